package org.meetingrecords.importing.loading;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What an import read and what became of it. */
public final class Report {

  private static final int SHOWN = 20;

  /** What became of the rows of one table. */
  static final class Counts {
    long read;
    long created;
    long changed;

    long unchanged() {
      return read - created - changed;
    }
  }

  private final Map<String, Counts> tables = new LinkedHashMap<>();
  private final Map<String, Long> notes = new TreeMap<>();
  private final Set<Rejection> rejections = new LinkedHashSet<>();
  private boolean kept;
  private boolean dry;
  private double seconds;

  Counts of(String table) {
    return tables.computeIfAbsent(table, name -> new Counts());
  }

  /** Rows of all tables together. */
  public record Sum(long read, long created, long changed, long rejected) {}

  public Sum sum() {
    return new Sum(
        tables.values().stream().mapToLong(counts -> counts.read).sum(),
        tables.values().stream().mapToLong(counts -> counts.created).sum(),
        tables.values().stream().mapToLong(counts -> counts.changed).sum(),
        rejections.size());
  }

  /** Counts something that the reader of the report should know of. */
  public void note(String what) {
    notes.merge(what, 1L, Long::sum);
  }

  public void note(String what, long times) {
    notes.merge(what, times, Long::sum);
  }

  /** Takes a rejection in; a line may have several, each with its reason. */
  public void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  public void ended(boolean changesKept, boolean dryRun, double time) {
    kept = changesKept;
    dry = dryRun;
    seconds = time;
  }

  public List<Rejection> rejections() {
    return List.copyOf(rejections);
  }

  public Map<String, Long> notes() {
    return notes;
  }

  public boolean isClean() {
    return rejections.isEmpty();
  }

  public boolean isKept() {
    return kept;
  }

  /** The rejected rows as CSV. */
  public void writeRejects(Path file) throws IOException {
    try (var csv = CsvWriter.builder().build(file)) {
      csv.writeRecord("file", "line", "reason", "read");
      for (Rejection row : rejections) {
        csv.writeRecord(
            row.place().file(), Long.toString(row.place().line()), row.reason(), row.read());
      }
    }
  }

  @Override
  public String toString() {
    var text = new StringBuilder();
    if (!tables.isEmpty()) {
      text.append(
          "%-20s %10s %10s %10s %10s%n".formatted("", "read", "created", "changed", "unchanged"));
      tables.forEach(
          (table, counts) -> {
            if (counts.read > 0) {
              text.append(
                  "%-20s %10d %10d %10d %10d%n"
                      .formatted(
                          table.replace('_', ' '),
                          counts.read,
                          counts.created,
                          counts.changed,
                          counts.unchanged()));
            }
          });
    }
    if (!notes.isEmpty()) {
      text.append("%nNoted:%n".formatted());
      notes.forEach((what, times) -> text.append("%10d  %s%n".formatted(times, what)));
    }
    if (!rejections.isEmpty()) {
      long lines = rejections.stream().map(Rejection::place).distinct().count();
      text.append(
          lines == rejections.size()
              ? "%nRejected: %d%n".formatted(lines)
              : "%nRejected: %d, in %d of the lines%n".formatted(rejections.size(), lines));
      rejections.stream()
          .limit(SHOWN)
          .forEach(row -> text.append("  %s: %s%n".formatted(row.place(), row.reason())));
      if (rejections.size() > SHOWN) {
        text.append("  and %d more%n".formatted(rejections.size() - SHOWN));
      }
    }
    String end =
        kept
            ? "Kept."
            : dry && rejections.isEmpty()
                ? "Nothing was kept, as this was a dry run."
                : "Nothing was kept.";
    return text.append("%n%s %.1f seconds.".formatted(end, seconds)).toString();
  }
}
