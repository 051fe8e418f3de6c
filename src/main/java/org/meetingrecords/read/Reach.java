package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds which rows a selection reaches below a connection: its nodes, and all that hangs on them.
 */
final class Reach {
  private final Model model;
  private final SelectionSql selections;
  private final List<Reached> reached = new ArrayList<>();

  Reach(Model model, SelectionSql selections) {
    this.model = model;
    this.selections = selections;
  }

  /**
   * Rows of one type, reached in one way.
   *
   * @param type null where they are records of any type, out of the table {@code record}
   * @param row their alias
   * @param from a {@code FROM} clause
   * @param where a condition on where it begins
   * @param once whether none is reached twice
   */
  record Reached(@Nullable TypeModel type, String row, String from, String where, boolean once) {

    private Reached and(@Nullable TypeModel next, String alias, String join) {
      return new Reached(next, alias, from + join, where, false);
    }
  }

  /** What the nodes of a root connection reach, these first. */
  List<Reached> of(TypeModel type, Selection connection, List<Selection> selected) {
    var listing = selections.pages().listing(type, connection);
    var nodes = new Reached(type, listing.alias(), listing.from(), listing.where(), true);
    visit(nodes, type, selected);
    return reached;
  }

  private void visit(Reached rows, TypeModel type, List<Selection> selected) {
    reached.add(rows);
    below(rows, type, selected);
  }

  private void below(Reached rows, TypeModel type, List<Selection> selected) {
    for (Selection field : selected) {
      if (!field.isTypename()) {
        switch (type.property(field.name())) {
          case Property.One(String target, String column, boolean _) ->
              visit(joined(rows, model.type(target), column), model.type(target), field.on(target));
          case Property.Any(String column, String _) -> any(rows, column, field);
          case Property.Many(String target, Relation relation, boolean _) ->
              related(
                  rows,
                  model.type(target),
                  selections
                      .pages()
                      .related(model.type(target), relation, new Row(rows.row), field),
                  field.on(target));
          case Property.Page(String target, Relation relation, var usualOrder) ->
              related(
                  rows,
                  model.type(target),
                  selections
                      .pages()
                      .related(model.type(target), relation, usualOrder, new Row(rows.row), field),
                  field.nodes(target).flatMap(node -> node.on(target).stream()).toList());
          case Property.Identity _, Property.Column _, Property.Span _, Property.Value _ -> {}
        }
      }
    }
  }

  private Reached joined(Reached rows, TypeModel target, String column) {
    return joined(rows, target, Names.quoted(target.tableOrThrow()), column);
  }

  private Reached joined(Reached rows, @Nullable TypeModel target, String table, String column) {
    String next = selections.alias();
    return rows.and(
        target,
        next,
        " join %s %s on %s.id = %s".formatted(table, next, next, new Row(rows.row).column(column)));
  }

  /** The record, and what is asked of it as one of its type. */
  private void any(Reached rows, String column, Selection field) {
    reached.add(joined(rows, null, "record", column));
    for (TypeModel type : model.records()) {
      List<Selection> further =
          field.on(type.name()).stream().filter(each -> leadsOn(type, each)).toList();
      if (!further.isEmpty()) {
        below(joined(rows, type, column), type, further);
      }
    }
  }

  private static boolean leadsOn(TypeModel type, Selection field) {
    return !field.isTypename()
        && switch (type.property(field.name())) {
          case Property.One _, Property.Any _, Property.Many _, Property.Page _ -> true;
          case Property.Identity _, Property.Column _, Property.Span _, Property.Value _ -> false;
        };
  }

  private void related(Reached rows, TypeModel type, String subselect, List<Selection> selected) {
    String next = selections.alias();
    visit(
        rows.and(type, next, " cross join lateral %s %s".formatted(subselect, next)),
        type,
        selected);
  }
}
