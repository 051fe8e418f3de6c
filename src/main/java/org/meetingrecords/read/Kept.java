package org.meetingrecords.read;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;

/**
 * Rows that are found once for all that a connection tells of them: page, count and facets would
 * otherwise each look for them anew. Of each row its id is kept and what the page is ordered by;
 * the whole of it is fetched again for the few on the page.
 *
 * @param name of the common table expression that holds them
 * @param table whose rows they are
 * @param more columns kept that are not the table's own, such as the relevance
 */
record Kept(String name, String table, List<String> more) {

  /**
   * @param rows all of them, in reach of what they are ordered by
   * @param order of the page
   * @param shown further columns that rows bring along and that are shown
   */
  static Kept of(RowSource rows, String table, List<OrderKey> order, List<String> shown) {
    var more = new LinkedHashSet<>(shown);
    order.stream().filter(OrderKey::isElsewhere).map(OrderKey::column).forEach(more::add);
    return new Kept("kept_" + rows.alias(), table, List.copyOf(more));
  }

  /** The common table expression. */
  String with(RowSource rows, List<OrderKey> order) {
    SequencedSet<String> columns = new LinkedHashSet<>();
    columns.add("id");
    order.forEach(key -> columns.add(key.column()));
    columns.addAll(more);
    var list = new StringBuilder();
    for (String column : columns) {
      list.append(list.isEmpty() ? "" : ", ")
          .append(rows.alias())
          .append('.')
          .append(Names.quoted(column));
    }
    return "%s as materialized (select %s from %s where %s)"
        .formatted(name, list, rows.from(), rows.where());
  }

  /** The rows as they are kept. */
  RowSource source(String alias) {
    return new RowSource(alias, name + " " + alias, "true");
  }

  /** The same rows with all their columns. */
  RowSource whole(RowSource kept) {
    String alias = kept.alias();
    return new RowSource(
        alias,
        "%1$s k_%3$s join %2$s %3$s on %3$s.id = k_%3$s.id"
            .formatted(name, Names.quoted(table), alias),
        "true");
  }

  /** The numbered rows of a page with all their columns. */
  String page(String rows) {
    var columns = new StringBuilder("whole.*, page.page_row");
    more.forEach(column -> columns.append(", page.").append(Names.quoted(column)));
    return "select %s from (%s) page join %s whole on whole.id = page.id"
        .formatted(columns, rows, Names.quoted(table));
  }
}
