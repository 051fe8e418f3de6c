package org.meetingrecords.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The columns of the database that say something of their own, in their order. */
final class Columns {

  /** Without generated columns, those that a trigger derives, and the type beside a link. */
  private static final String COLUMNS =
      """
      /* Bundle.columns */
      select pg_class.relname, attname, attnotnull, pg_get_expr(adbin, adrelid), element.oid <> kind.oid,
        format_type(coalesce(nullif(element.typbasetype, 0), element.oid), null), element.typname, (
          select target.relname from pg_constraint join pg_class target on target.oid = confrelid
          where contype = 'f' and conrelid = attrelid and conkey[1] = attnum and attname <> 'id')
      from pg_attribute
      join pg_class on pg_class.oid = attrelid
      join pg_type kind on kind.oid = atttypid
      join pg_type element on element.oid = case when kind.typcategory = 'A' then kind.typelem else kind.oid end
      left join pg_attrdef on adrelid = attrelid and adnum = attnum
      where relnamespace = current_schema()::regnamespace and relkind = 'r' and attnum > 0
        and not attisdropped and attgenerated = ''
        and not exists (
          select from pg_constraint
          where contype = 'f' and conrelid = attrelid and confrelid = 'record'::regclass and conkey[2] = attnum)
        and not exists (
          select from pg_trigger join pg_proc on pg_proc.oid = tgfoid
          where tgrelid = attrelid and proname = 'register_record'
            and attname = any (string_to_array(encode(tgargs, 'escape'), '\\000')))
      order by 1, attnum
      """;

  private static final String LISTS =
      """
      /* Bundle.closedLists */
      select typname, pg_get_constraintdef(pg_constraint.oid)
      from pg_type join pg_constraint on contypid = pg_type.oid
      where typnamespace = current_schema()::regnamespace and conname = typname || '_values'
      """;

  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /**
   * @param type without any domain around it; of a list, its elements'
   * @param values of a closed list
   * @param otherwise the value that the database fills in
   * @param target the table that it points at
   */
  record Column(
      String name,
      String type,
      boolean list,
      List<String> values,
      boolean mayBeNull,
      @Nullable String otherwise,
      @Nullable String target) {}

  private final Map<String, SequencedMap<String, Column>> tables = new LinkedHashMap<>();

  private Columns() {}

  static Columns in(Connection connection) throws SQLException {
    var columns = new Columns();
    var lists = new HashMap<String, List<String>>();
    try (var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery(LISTS)) {
        while (rows.next()) {
          lists.put(
              rows.getString(1),
              QUOTED.matcher(rows.getString(2)).results().map(match -> match.group(1)).toList());
        }
      }
      try (var rows = statement.executeQuery(COLUMNS)) {
        while (rows.next()) {
          columns
              .tables
              .computeIfAbsent(rows.getString(1), table -> new LinkedHashMap<>())
              .put(
                  rows.getString(2),
                  new Column(
                      rows.getString(2),
                      rows.getString(6),
                      rows.getBoolean(5),
                      lists.getOrDefault(rows.getString(7), List.of()),
                      !rows.getBoolean(3),
                      literal(rows.getString(4)),
                      rows.getString(8)));
        }
      }
    }
    return columns;
  }

  /** The value of a default that is one, such as {@code 'UNKNOWN'::text} or {@code false}. */
  private static @Nullable String literal(@Nullable String expression) {
    if (expression == null || expression.contains("(")) {
      return null;
    }
    var quoted = QUOTED.matcher(expression);
    return quoted.find() ? quoted.group(1) : expression;
  }

  List<Column> of(String table) {
    SequencedMap<String, Column> columns = tables.get(table);
    if (columns == null) {
      throw new IllegalStateException("no table " + table);
    }
    return new ArrayList<>(columns.values());
  }

  boolean has(String table, String column) {
    return tables.getOrDefault(table, new LinkedHashMap<>()).containsKey(column);
  }

  /** Whether rows of some table, but for these, point at rows of this one. */
  boolean isPointedAt(String table, Collection<String> except) {
    return tables.entrySet().stream()
        .filter(other -> !except.contains(other.getKey()))
        .flatMap(other -> other.getValue().values().stream())
        .anyMatch(column -> table.equals(column.target()));
  }
}
