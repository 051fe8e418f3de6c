package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;

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
  private final List<String> found = new ArrayList<>();

  SourcesSql(Model model) {
    this.model = model;
    this.selections = new SelectionSql(model, binds, true);
  }

  /** A statement that gives one JSON array. */
  SqlStatement sources(TypeModel type, Selection connection, List<Selection> selected) {
    var listing = selections.pages().listing(type, connection);
    visit(
        type, listing.alias(), selected, new Reached(listing.from(), " where " + listing.where()));
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
                found.isEmpty() ? "false" : "s.id in (" + String.join(" union ", found) + ")"));
  }

  /** What leads to rows: a {@code FROM} clause, and a condition on where it begins. */
  private record Reached(String from, String where) {
    Reached and(String join) {
      return new Reached(from + join, where);
    }
  }

  private void visit(TypeModel type, String row, List<Selection> selected, Reached reached) {
    cite(type, row, reached);
    for (Selection field : selected) {
      if (!field.isTypename()) {
        String next = selections.alias();
        switch (type.property(field.name())) {
          case Property.One(String target, String column, boolean _) ->
              visit(
                  model.type(target),
                  next,
                  field.on(target),
                  reached.and(
                      " join %s %s on %s.id = %s"
                          .formatted(
                              Names.quoted(model.type(target).tableOrThrow()),
                              next,
                              next,
                              new Row(row).column(column))));
          case Property.Any(String column, String _) ->
              cite(
                  model.records().getFirst(),
                  next,
                  reached.and(
                      " join record %s on %s.id = %s"
                          .formatted(next, next, new Row(row).column(column))));
          case Property.Many(String target, Relation relation, boolean _) ->
              visit(
                  model.type(target),
                  next,
                  field.on(target),
                  related(reached, model.type(target), relation, row, field, next));
          case Property.Page(String target, Relation relation, var _) ->
              visit(
                  model.type(target),
                  next,
                  nodes(field, target),
                  related(reached, model.type(target), relation, row, field, next));
          default -> {}
        }
      }
    }
  }

  private Reached related(
      Reached reached,
      TypeModel type,
      Relation relation,
      String parent,
      Selection field,
      String alias) {
    return reached.and(
        " cross join lateral %s %s"
            .formatted(selections.pages().related(type, relation, parent, field), alias));
  }

  private static List<Selection> nodes(Selection connection, String type) {
    var selected = new ArrayList<Selection>();
    for (Selection field : connection.on(type + "Connection")) {
      if (field.name().equals("nodes")) {
        selected.addAll(field.on(type));
      } else if (field.name().equals("edges")) {
        field.on(type + "Edge").stream()
            .filter(each -> each.name().equals("node"))
            .forEach(each -> selected.addAll(each.on(type)));
      }
    }
    return selected;
  }

  private void cite(TypeModel type, String row, Reached reached) {
    if (type.properties().get("sources")
        instanceof Property.Many(String _, Relation relation, boolean _)) {
      String link = selections.alias();
      found.add(
          "select %s.source_id from %s join %s on %s%s"
              .formatted(
                  link,
                  reached.from(),
                  relation.from().replace("{row}", link),
                  relation.where().replace("{row}", link).replace("{parent}", row),
                  reached.where()));
    }
  }
}
