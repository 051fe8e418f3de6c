package org.meetingrecords.importing.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What the loader knows of a table: its columns, what they point at, and what makes two of its rows
 * the same.
 */
final class Shape {

  /**
   * @param target the table that it points at
   * @param otherwise what the database puts where nothing is given, as SQL
   */
  private record Column(
      String type, boolean mayBeNull, @Nullable String target, @Nullable String otherwise) {}

  private final NaturalKey key;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  private Shape(NaturalKey key) {
    this.key = key;
  }

  /** All tables that an import can fill, in the order in which it fills them. */
  static Map<String, Shape> all(Connection connection) throws SQLException {
    var shapes = new LinkedHashMap<String, Shape>();
    for (NaturalKey key : NaturalKey.ALL) {
      shapes.put(key.table(), new Shape(key));
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                /* Shape.all */
                select pg_class.relname, attname, format_type(atttypid, atttypmod), not attnotnull, (
                    select target.relname from pg_constraint join pg_class target on target.oid = confrelid
                    where contype = 'f' and conrelid = attrelid and conkey[1] = attnum),
                  pg_get_expr(adbin, adrelid)
                from pg_attribute join pg_class on pg_class.oid = attrelid
                left join pg_attrdef on adrelid = attrelid and adnum = attnum
                where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
                  and not attisdropped and attgenerated = ''
                order by 1, attnum
                """)) {
      while (rows.next()) {
        Shape shape = shapes.get(rows.getString(1));
        if (shape != null) {
          shape.columns.put(
              rows.getString(2),
              new Column(
                  rows.getString(3), rows.getBoolean(4), rows.getString(5), rows.getString(6)));
        }
      }
    }
    return shapes;
  }

  String table() {
    return key.table();
  }

  boolean isRecord() {
    return key.columns().isEmpty();
  }

  /** Rows that other rows can point at. */
  boolean hasId() {
    return columns.containsKey("id");
  }

  /** Everything that the natural key looks at. */
  List<String> keyColumns() {
    return Stream.concat(key.columns().stream(), key.label().stream()).toList();
  }

  /** Whether a column says which row it is, so that another value means another row. */
  boolean identifies(String column) {
    return key.columns().contains(column);
  }

  /** Whether several rows may have the same natural key. */
  boolean mayHaveSeveral() {
    return !key.unique();
  }

  /** A link to another row of the same table that is no record. */
  boolean pointsAtItself(String column) {
    return !isRecord() && target(column).filter(table()::equals).isPresent();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String type(String column) {
    return column(column).type();
  }

  /** What the database puts where nothing is given, as SQL. */
  String otherwise(String column) {
    return "(%s)::%s".formatted(column(column).otherwise(), type(column));
  }

  /** The table that a column points at; "record" where it can be any record. */
  Optional<String> target(String column) {
    return column.equals("id") ? Optional.empty() : Optional.ofNullable(column(column).target());
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("table %s has no column %s".formatted(table(), name));
    }
    return column;
  }

  /** What two rows that are the same have in common, as SQL over a row of that alias. */
  List<String> keyOf(String alias) {
    var parts = new ArrayList<String>();
    for (String name : key.columns()) {
      String value = alias + ".\"" + name + '"';
      parts.add(
          switch (column(name).type()) {
            case "bigint", "integer" ->
                column(name).mayBeNull() ? "coalesce(" + value + ", -1)" : value;
            case "boolean" -> "coalesce(" + value + ", false)";
            case "date" -> "coalesce(" + value + ", date '0001-01-01')";
            default -> "coalesce(" + value + "::text, '')";
          });
    }
    if (!key.label().isEmpty()) {
      parts.add(
          "case when num_nonnulls(%s) = 0 then coalesce(%s) else '' end"
              .formatted(
                  listed(alias, key.holder().stream().sorted().toList()),
                  listed(alias, key.label())));
    }
    return parts;
  }

  private static String listed(String alias, List<String> names) {
    return names.stream().map(name -> alias + "." + name).collect(Collectors.joining(", "));
  }
}
