package org.meetingrecords.read;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Where the rows of a list or connection come from, as SQL with {@code {row}} for the row's alias,
 * {@code {parent}} for the alias of the row it hangs on, and {@code {asOf}} for the argument of
 * that name.
 *
 * @param from the {@code FROM} clause: one table, or a join of which {@code {row}} is the target's
 * @param where the condition that ties a row to its parent
 * @param order how a list is ordered, and a connection where the client asks for none; empty: the
 *     type's own order
 * @param values fields whose value depends on how the row was reached, with the parent's arguments:
 *     field to SQL
 */
public record Relation(String from, String where, List<String> order, Map<String, String> values) {
  private static final Pattern OF_LINK = Pattern.compile("(link\\.\\w+) = \\{parent}\\.id");

  /** Rows of {@code table} whose {@code column} holds the parent's id. */
  public static Relation of(String table, String column) {
    return new Relation(
        table + " {row}", "{row}." + column + " = {parent}.id", List.of(), Map.of());
  }

  /** Rows given by a {@code FROM} clause. */
  public static Relation from(String from) {
    return new Relation(from, "true", List.of(), Map.of());
  }

  /**
   * The targets of a table of links: {@code link.<targetColumn>} of those rows whose {@code column}
   * is the parent's id.
   */
  public static Relation through(String link, String column, String table, String targetColumn) {
    return new Relation(
        "%s link join %s {row} on {row}.id = link.%s".formatted(link, table, targetColumn),
        "link.%s = {parent}.id".formatted(column),
        List.of(),
        Map.of());
  }

  /** The column of a table of links that holds the parent's id; null where more ties them. */
  @Nullable String owner() {
    Matcher tie = OF_LINK.matcher(where);
    return tie.matches() ? tie.group(1) : null;
  }

  /** Whether its rows are those of one table, each in an order of its own columns. */
  boolean isOfOneTable() {
    return from.matches("\"?\\w+\"? \\{row}")
        && values.isEmpty()
        && order.stream().noneMatch(key -> key.contains("."));
  }

  /** Only those for which this holds too. */
  public Relation where(String condition) {
    return new Relation(from, Conditions.all(where, condition), order, values);
  }

  /**
   * In this order: columns of the row, or for a list any SQL with a dot; {@code "held_from desc"}
   * is the other way round.
   */
  public Relation order(String... columns) {
    return new Relation(from, where, List.of(columns), values);
  }

  /** A field of the row that depends on the parent's arguments. */
  public Relation value(String field, String sql) {
    var more = new LinkedHashMap<>(values);
    more.put(field, sql);
    return new Relation(from, where, order, Map.copyOf(more));
  }
}
