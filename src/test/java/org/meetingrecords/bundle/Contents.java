package org.meetingrecords.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.meetingrecords.embedded.Address;

/** All that a database says, by plain SQL and without the numbers that it gives its rows. */
record Contents(Set<String> tables, List<String> emptyColumns, Map<String, List<String>> rows) {

  private static final Set<String> NUMBERS = Set.of("id", "version", "created_at", "updated_at");

  static Contents of(Address database) throws SQLException {
    try (Connection connection = database.connect()) {
      var tables = new TreeMap<String, Map<String, String>>();
      for (String[] column :
          query(
              connection,
              """
              select relname, attname, coalesce((
                  select target.relname from pg_constraint join pg_class target on target.oid = confrelid
                  where contype = 'f' and conrelid = attrelid and conkey[1] = attnum), '')
              from pg_attribute join pg_class on pg_class.oid = attrelid
              where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0 and not attisdropped
                and relname not like 'reference\\_%' and relname not like 'databasechangelog%' and relname not in ('record', 'import_run')
              order by 1, attnum
              """)) {
        tables.computeIfAbsent(column[0], table -> new LinkedHashMap<>()).put(column[1], column[2]);
      }
      var empty = new ArrayList<String>();
      var rows = new TreeMap<String, List<String>>();
      for (String table : tables.keySet()) {
        for (String column : tables.get(table).keySet()) {
          if (query(
                  connection,
                  "select 1 from \"%s\" where \"%s\" is not null limit 1".formatted(table, column))
              .isEmpty()) {
            empty.add(table + "." + column);
          }
        }
        rows.put(
            table,
            query(
                    connection,
                    "select said from (select %s as said from \"%s\" t) rows order by said collate \"C\""
                        .formatted(says(tables, table, "t"), table))
                .stream()
                .map(row -> row[0])
                .toList());
      }
      return new Contents(tables.keySet(), empty, rows);
    }
  }

  /** What a row says: of a link, what the row says that it leads to. */
  private static String says(Map<String, Map<String, String>> tables, String table, String row) {
    return "concat_ws(' | ', "
        + tables.get(table).entrySet().stream()
            .filter(column -> !NUMBERS.contains(column.getKey()))
            .filter(column -> !column.getValue().equals(table) || row.equals("t"))
            .map(
                column -> {
                  String value = "%s.\"%s\"".formatted(row, column.getKey());
                  String target = column.getValue();
                  if (!target.isEmpty()) {
                    String there = row + "_";
                    boolean record =
                        target.equals("record") || tables.get(target).containsKey("slug");
                    value =
                        "(select %s from \"%s\" %s where %s.id = %s)"
                            .formatted(
                                record ? there + ".slug" : says(tables, target, there),
                                target,
                                there,
                                there,
                                value);
                  }
                  return "'%s: ' || (%s)::text".formatted(column.getKey(), value);
                })
            .collect(Collectors.joining(", "))
        + ")";
  }

  private static List<String[]> query(Connection connection, String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String[]>();
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        var row = new String[width];
        for (int i = 0; i < width; i++) {
          row[i] = found.getString(i + 1);
        }
        rows.add(row);
      }
      return rows;
    }
  }
}
