package org.meetingrecords.read;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Writes on which sources exported rows rest: the sources of every object that the selection
 * reaches, each once.
 */
final class SourcesSql {
  private static final List<String> CITED =
      List.of(
          "slug",
          "title",
          "author",
          "editor",
          "publisher",
          "publishedOn",
          "retrievedOn",
          "url",
          "rights",
          "citation");

  private final Model model;
  private final Binds binds = new Binds();
  private final SelectionSql selections;

  SourcesSql(Model model) {
    this.model = model;
    this.selections = new SelectionSql(model, binds, Page.ALL);
  }

  /** A statement that gives one JSON array. */
  SqlStatement sources(TypeModel type, Selection connection, List<Selection> selected) {
    String found =
        new Reach(model, selections)
            .of(type, connection, selected).stream()
                .map(this::cited)
                .filter(sql -> !sql.isEmpty())
                .collect(Collectors.joining(" union "));
    var source = new Row("s");
    var object = new JsonObject();
    for (String field : CITED) {
      if (model.type("Source").property(field) instanceof Property.Column(String column, var _)) {
        object.put(field, source.column(column));
      }
    }
    return binds.finish(
        "/* Query.%s, sources */ select coalesce(json_agg(%s order by s.title, s.id), '[]') from source s where %s"
            .formatted(
                connection.name(),
                object.sql(),
                found.isEmpty() ? "false" : "s.id in (" + found + ")"));
  }

  /** The ids of the sources of these rows; empty where they have none. */
  private String cited(Reach.Reached rows) {
    // All records name their sources in the same way.
    TypeModel type = rows.type() == null ? model.records().getFirst() : rows.type();
    if (!(type.properties().get("sources")
        instanceof Property.Many(String _, Relation relation, boolean _))) {
      return "";
    }
    String link = selections.alias();
    return "select %s.source_id from %s join %s on %s where %s"
        .formatted(
            link,
            rows.from(),
            relation.from().replace("{row}", link),
            relation.where().replace("{row}", link).replace("{parent}", rows.row()),
            rows.where());
  }
}
