package org.meetingrecords.importing.loading;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.postgresql.copy.CopyManager;

/**
 * The rows for one table on their way in: a temporary table with the columns that a format fills,
 * in which links are still words.
 */
public final class Stage {

  /** What becomes of a second row of one natural key. */
  private enum Again {
    REJECTED,
    DROPPED,
    COUNTED
  }

  private static final int FULL = 1 << 20;
  private static final String NULL = "\\N";

  /** Of a link to any record, this column says to which type, by the name of its table. */
  public static final String RECORD_TABLE = "record_table";

  private final Shape shape;
  private final List<String> columns;
  private final Loader loader;
  private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
  private final StringBuilder line = new StringBuilder();
  private Again again = Again.REJECTED;

  Stage(Shape shape, List<String> columns, Loader loader) {
    this.shape = shape;
    this.columns = columns;
    this.loader = loader;
  }

  Shape shape() {
    return shape;
  }

  List<String> columns() {
    return columns;
  }

  /** Says that a row may come again, as the first one did; else it is rejected. */
  public Stage repeating() {
    again = Again.DROPPED;
    return this;
  }

  /** Says that a row that comes again is rejected. */
  public Stage once() {
    again = Again.REJECTED;
    return this;
  }

  /**
   * Says that rows of one natural key are several rows, the second one the second one that the
   * database has, where the database allows that; elsewhere the second is rejected.
   */
  public Stage counting() {
    again = Again.COUNTED;
    return this;
  }

  boolean mayRepeat() {
    return again == Again.DROPPED;
  }

  boolean counts() {
    return again == Again.COUNTED && shape.mayHaveSeveral();
  }

  String create() {
    var defined =
        columns.stream()
            .map(
                column ->
                    "\"%s\" %s"
                        .formatted(
                            column,
                            column.equals(RECORD_TABLE) || shape.target(column).isPresent()
                                ? "text"
                                : shape.type(column)));
    return "/* Stage.create */ create temporary table stage_%s (n bigint generated always as identity, file integer, line bigint, key text, %s) on commit drop"
        .formatted(shape.table(), defined.collect(Collectors.joining(", ")));
  }

  /** A row that others do not point at. */
  public void add(Place place, @Nullable Object... values) {
    addAs(place, null, values);
  }

  /** A row, the key by which others point at it, and its values in the order of the columns. */
  public void addAs(Place place, @Nullable String key, @Nullable Object... values) {
    if (values.length != columns.size()) {
      throw new IllegalArgumentException("%d values for %s".formatted(values.length, columns));
    }
    line.setLength(0);
    line.append(loader.file(place.file())).append('\t').append(place.line());
    append(key);
    for (Object value : values) {
      append(value);
    }
    line.append('\n');
    waiting.writeBytes(line.toString().getBytes(StandardCharsets.UTF_8));
    if (waiting.size() > FULL) {
      flush();
    }
  }

  private void append(@Nullable Object value) {
    line.append('\t');
    if (value == null) {
      line.append(NULL);
      return;
    }
    String text =
        value instanceof List<?> list
            ? list.stream().map(String::valueOf).collect(Collectors.joining(",", "{", "}"))
            : value.toString();
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '\\' -> line.append("\\\\");
        case '\n' -> line.append("\\n");
        case '\r' -> line.append("\\r");
        case '\t' -> line.append("\\t");
        default -> line.append(c);
      }
    }
  }

  void flush() {
    if (waiting.size() == 0) {
      return;
    }
    String names =
        Stream.concat(Stream.of("file", "line", "key"), columns.stream())
            .map(name -> '"' + name + '"')
            .collect(Collectors.joining(", "));
    String copy = "/* Stage.flush */ copy stage_%s (%s) from stdin".formatted(shape.table(), names);
    byte[] bytes = waiting.toByteArray();
    waiting.reset();
    int[] ends = ends(bytes);
    var refusals = loader.refusals();
    try {
      refusals.run(
          1,
          ends.length,
          (first, last) -> {
            int from = first == 1 ? 0 : ends[(int) first - 2];
            copy(copy, bytes, from, ends[(int) last - 1]);
            return 0;
          });
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
    refusals
        .refused()
        .forEach(
            (row, reason) -> {
              int from = row == 1 ? 0 : ends[row.intValue() - 2];
              String[] fields =
                  new String(bytes, from, ends[row.intValue() - 1] - from, StandardCharsets.UTF_8)
                      .split("\t", 4);
              loader.reject(
                  loader.place(Integer.parseInt(fields[0]), Long.parseLong(fields[1])),
                  reason,
                  fields[2].equals(NULL) ? "" : fields[2]);
            });
  }

  private void copy(String copy, byte[] bytes, int from, int to) throws SQLException {
    var into =
        new CopyManager(loader.connection().unwrap(org.postgresql.core.BaseConnection.class))
            .copyIn(copy);
    try {
      into.writeToCopy(bytes, from, to - from);
      into.endCopy();
    } finally {
      if (into.isActive()) {
        into.cancelCopy();
      }
    }
  }

  /** Where each row ends; within a row, line ends are escaped. */
  private static int[] ends(byte[] rows) {
    return IntStream.range(0, rows.length)
        .filter(at -> rows[at] == '\n')
        .map(at -> at + 1)
        .toArray();
  }
}
