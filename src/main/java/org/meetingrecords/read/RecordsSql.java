package org.meetingrecords.read;

import java.util.List;
import java.util.stream.Collectors;

/** Writes which rows a selection reaches: the table of each, and its id there. */
final class RecordsSql {
  private final Model model;
  private final Binds binds = new Binds();
  private final SelectionSql selections;

  RecordsSql(Model model) {
    this.model = model;
    this.selections = new SelectionSql(model, binds, Page.ALL);
  }

  SqlStatement records(TypeModel type, Selection connection, List<Selection> selected) {
    String found =
        new Reach(model, selections)
            .of(type, connection, selected).stream()
                // Rows without ids of their own belong to others that are reached too.
                .filter(rows -> rows.type() == null || rows.type().letters() != null)
                .map(RecordsSql::found)
                .collect(Collectors.joining(" union all "));
    return binds.finish("/* Query.%s, records */ %s".formatted(connection.name(), found));
  }

  private static String found(Reach.Reached rows) {
    String table =
        rows.type() == null
            ? "lower(%s.type)".formatted(rows.row())
            : "'%s'".formatted(rows.type().tableOrThrow());
    return "select %s%s, %s.id from %s where %s"
        .formatted(rows.once() ? "" : "distinct ", table, rows.row(), rows.from(), rows.where());
  }
}
