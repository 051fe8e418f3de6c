package org.meetingrecords.read;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/** The tables, columns and closed lists that the database really has. */
final class Catalog {
  private static final String COLUMNS =
      """
      -- Catalog.columns
      select c.relname, a.attname,
             format_type(coalesce(nullif(t.typbasetype, 0), t.oid), null) as type,
             t.typname, a.attnotnull
      from pg_class c
      join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
      join pg_type t on t.oid = a.atttypid
      where c.relnamespace = current_schema()::regnamespace and c.relkind in ('r', 'p', 'v', 'm')
      """;
  private static final String LISTS =
      """
      -- Catalog.closedLists
      select t.typname, pg_get_constraintdef(k.oid)
      from pg_type t join pg_constraint k on k.contypid = t.oid
      where t.typnamespace = current_schema()::regnamespace and k.conname = t.typname || '_values'
      """;
  private static final String INDEXES =
      """
      -- Catalog.indexes
      select t.relname, array_agg(a.attname::text order by k.place)
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      join pg_class c on c.oid = i.indexrelid
      join pg_am m on m.oid = c.relam
      cross join lateral unnest(i.indkey::smallint[]) with ordinality k (number, place)
      left join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number
      where t.relnamespace = current_schema()::regnamespace and m.amname = 'btree' and i.indpred is null
      group by t.relname, i.indexrelid
      having count(a.attname) = count(*)
      """;
  private static final Pattern QUOTED = Pattern.compile("'([^']*)'");

  /**
   * One column: its type without any domain, the domain's or type's own name, and whether it may be
   * null.
   */
  record Column(String type, String domain, boolean nullable) {}

  private final Map<String, Map<String, Column>> tables = new HashMap<>();
  private final Map<String, Set<String>> closedLists = new HashMap<>();
  private final Map<String, List<List<String>>> indexes = new HashMap<>();

  private Catalog() {}

  static Catalog read(Connection connection) throws SQLException {
    var catalog = new Catalog();
    try (var statement = connection.createStatement()) {
      try (var rows = statement.executeQuery(COLUMNS)) {
        while (rows.next()) {
          catalog
              .tables
              .computeIfAbsent(rows.getString(1), table -> new HashMap<>())
              .put(
                  rows.getString(2),
                  new Column(rows.getString(3), rows.getString(4), !rows.getBoolean(5)));
        }
      }
      try (var rows = statement.executeQuery(INDEXES)) {
        while (rows.next()) {
          catalog
              .indexes
              .computeIfAbsent(rows.getString(1), table -> new ArrayList<>())
              .add(List.of((String[]) rows.getArray(2).getArray()));
        }
      }
      try (var rows = statement.executeQuery(LISTS)) {
        while (rows.next()) {
          var values = new TreeSet<String>();
          QUOTED.matcher(rows.getString(2)).results().forEach(match -> values.add(match.group(1)));
          catalog.closedLists.put(rows.getString(1), values);
        }
      }
    }
    return catalog;
  }

  /** The columns of each B-tree index of a table that has columns only, in their order. */
  List<List<String>> indexes(String table) {
    return indexes.getOrDefault(table, List.of());
  }

  boolean hasTable(String table) {
    return tables.containsKey(table);
  }

  Optional<Column> column(String table, String column) {
    return Optional.ofNullable(tables.getOrDefault(table, Map.of()).get(column));
  }

  /** The values of a domain, where it is a closed list. */
  Optional<Set<String>> closedList(String domain) {
    return Optional.ofNullable(closedLists.get(domain));
  }
}
