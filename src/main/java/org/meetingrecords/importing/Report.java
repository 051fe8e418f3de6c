package org.meetingrecords.importing;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
  private final List<Rejection> rejections = new ArrayList<>();
  private boolean kept;
  private boolean dry;
  private double seconds;

  Counts of(String table) {
    return tables.computeIfAbsent(table, name -> new Counts());
  }

  /** Counts something that the reader of the report should know of. */
  void note(String what) {
    notes.merge(what, 1L, Long::sum);
  }

  void note(String what, long times) {
    notes.merge(what, times, Long::sum);
  }

  void reject(Rejection rejection) {
    rejections.add(rejection);
  }

  void ended(boolean changesKept, boolean dryRun, double time) {
    kept = changesKept;
    dry = dryRun;
    seconds = time;
  }

  List<Rejection> rejections() {
    return rejections;
  }

  Map<String, Long> notes() {
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
          (table, counts) ->
              text.append(
                  "%-20s %10d %10d %10d %10d%n"
                      .formatted(
                          table.replace('_', ' '),
                          counts.read,
                          counts.created,
                          counts.changed,
                          counts.unchanged())));
    }
    if (!notes.isEmpty()) {
      text.append("%nNoted:%n".formatted());
      notes.forEach((what, times) -> text.append("%10d  %s%n".formatted(times, what)));
    }
    if (!rejections.isEmpty()) {
      text.append("%nRejected: %d%n".formatted(rejections.size()));
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
