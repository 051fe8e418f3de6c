package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** No filter and no order is offered that an index cannot serve. */
class IndexesTest extends AskedOfMadeUpRecords {
  /** A key of an index: its place in the index, and whether the index can look into a text. */
  private static final String KEYS =
      """
      /* IndexesTest.keys */
      select to_json(concat(t.relname, ' ', a.amname, ' ',
        replace(pg_get_indexdef(i.indexrelid, k.n, true), '::text', '')))
      from pg_index i
      join pg_class t on t.oid = i.indrelid
      join pg_class c on c.oid = i.indexrelid
      join pg_am a on a.oid = c.relam
      cross join lateral generate_series(1, i.indnkeyatts) k (n)
      where t.relnamespace = current_schema()::regnamespace
        -- any key of a GIN index can be looked up, the first only of a B-tree
        and (k.n = 1 or a.amname = 'gin')
        and i.indpred is null
      """;

  @Autowired private Model model;

  @Test
  void serveEveryFilter() throws SQLException {
    var keys = keys();
    var missing = new ArrayList<String>();
    for (String name : model.connected()) {
      TypeModel type = model.type(name);
      model.filterFields(name).values().stream()
          .flatMap(field -> wanted(type.tableOrThrow(), field).stream())
          .filter(key -> !keys.contains(key))
          .forEach(missing::add);
    }
    assertThat(missing.stream().distinct().sorted()).isEmpty();
  }

  @Test
  void serveEveryOrder() throws SQLException {
    var keys = keys();
    var missing = new ArrayList<String>();
    for (String name : model.connected()) {
      TypeModel type = model.type(name);
      for (List<OrderKey> order : type.orders().values()) {
        OrderKey key = order.getFirst();
        if (key.isRelevance()) {
          continue; // orders what the index on words has found
        }
        String table = key.link() == null ? type.tableOrThrow() : key.link().table();
        String column = key.link() == null ? key.column() : key.link().column();
        if (!keys.contains("%s btree %s".formatted(table, column))) {
          missing.add("%s btree %s".formatted(table, column));
        }
      }
    }
    assertThat(missing.stream().distinct().sorted()).isEmpty();
  }

  private static List<String> wanted(String table, FilterField field) {
    return switch (field) {
      case FilterField.Plain plain when plain.inputType().equals("StringFilter") ->
          plain.sql().equals(FilterField.SLUG.sql())
              ? List.of(table + " btree slug", table + " gin slug")
              : List.of("%s gin lower(%s)".formatted(table, column(plain)));
      case FilterField.Plain plain when plain.sql().startsWith("{row}.") ->
          List.of("%s btree %s".formatted(table, column(plain)));
      case FilterField.Span(String prefix) ->
          List.of(
              "%s btree %s_from".formatted(table, prefix),
              "%s btree %s_to".formatted(table, prefix));
      case FilterField.Link(var _, String column, var _) ->
          List.of("%s btree %s".formatted(table, column));
      case FilterField.AnyRecord(String column, var _) ->
          List.of("%s btree %s".formatted(table, column));
      default -> List.of();
    };
  }

  private static String column(FilterField.Plain plain) {
    return plain.sql().replace("{row}.", "").replace("\"", "");
  }

  private static List<String> keys() throws SQLException {
    try (var connection = MadeUpRecords.connect()) {
      return MadeUpRecords.query(connection, KEYS).stream()
          .map(key -> key.stringValue().replace("\"", ""))
          .toList();
    }
  }
}
