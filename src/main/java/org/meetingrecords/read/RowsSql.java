package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Writes the SQL of an export: the same selection as a page's, one row for each node, and instead
 * of one JSON a column for each value that is not in a list. The database then spends nothing on
 * putting objects together that a table takes apart again.
 */
final class RowsSql {
  private final Model model;
  private final Binds binds = new Binds();
  private final SelectionSql selections;
  private final SelectionSql.Joins joins = new SelectionSql.Joins();
  private final List<Rows.Column> columns = new ArrayList<>();
  private final List<String> values = new ArrayList<>();

  RowsSql(Model model) {
    this.model = model;
    this.selections = new SelectionSql(model, binds, Page.ALL);
  }

  /**
   * @param connection a root field
   * @throws BadInput when its nodes are not asked for, or more than once
   */
  Rows rows(Selection connection, RowsWanted.Beside beside) {
    String name = connection.type();
    TypeModel type = model.type(name.substring(0, name.length() - "Connection".length()));
    Selection nodes = nodes(connection, type);
    var listing = selections.pages().listing(type, connection);
    List<Selection> selected = nodes.on(type.name());
    struct(type, new Row(listing.alias()), selected, List.of());
    SqlStatement statement =
        binds.finish(
            "/* Query.%s, exported */ select %s from %s%s where %s order by %s limit %d"
                .formatted(
                    connection.name(),
                    String.join(", ", values),
                    listing.from(),
                    joins,
                    listing.where(),
                    listing.order(),
                    // Has lists put together after the sort, while rows are fetched, not before it.
                    Page.ALL));
    return new Rows(
        connection.key(),
        type.name(),
        Shape.struct(selected),
        columns,
        statement,
        beside == RowsWanted.Beside.SOURCES
            ? new SourcesSql(model).sources(type, connection, selected)
            : null,
        beside == RowsWanted.Beside.RECORDS
            ? new RecordsSql(model).records(type, connection, selected)
            : null);
  }

  /** The rest of a connection says something of a page, and an export has none. */
  private static Selection nodes(Selection connection, TypeModel type) {
    List<Selection> found =
        connection.on(connection.type()).stream()
            .flatMap(
                field ->
                    switch (field.name()) {
                      case "nodes" -> Stream.of(field);
                      case "edges" ->
                          field.on(type.name() + "Edge").stream()
                              .filter(each -> each.name().equals("node"));
                      default -> Stream.of();
                    })
            .toList();
    if (found.size() != 1) {
      throw new BadInput(
          "query: an export takes the nodes of its connection, once: %s { nodes { … } }."
              .formatted(connection.name()));
    }
    return found.getFirst();
  }

  private void struct(TypeModel type, Row row, List<Selection> selected, List<String> above) {
    for (Selection field : selected) {
      List<String> path = below(above, field.key());
      try {
        if (field.isTypename()) {
          add(path, Rows.Content.VALUE, "'" + type.name() + "'");
        } else {
          property(type, row, field, path);
        }
      } catch (BadInput wrong) {
        throw wrong.under(field.key());
      }
    }
  }

  private void property(TypeModel type, Row row, Selection field, List<String> path) {
    switch (type.property(field.name())) {
      case Property.One(String target, String column, boolean required) -> {
        Row linked = new Row(selections.alias());
        TypeModel there = model.type(target);
        joins.add(
            Names.quoted(there.tableOrThrow()),
            linked.alias(),
            linked.id() + " = " + row.column(column));
        if (!required) {
          add(path, Rows.Content.PRESENCE, linked.id() + " is not null");
        }
        struct(there, linked, field.on(target), path);
      }
      case Property.Span(String prefix) -> {
        add(path, Rows.Content.PRESENCE, row.column(prefix + "_precision") + " is not null");
        for (Selection part : field.on("DateSpan")) {
          String value =
              part.isTypename()
                  ? "'DateSpan'"
                  : row.column(prefix + "_" + Names.snake(part.name()));
          add(below(path, part.key()), Rows.Content.VALUE, value);
        }
      }
      case Property.Column(var _, Scalar scalar) -> leaf(scalar, path, value(type, row, field));
      case Property.Value(var _, Scalar scalar) -> leaf(scalar, path, value(type, row, field));
      case Property.Identity _ -> add(path, Rows.Content.VALUE, value(type, row, field));
      case Property.Any _, Property.Many _, Property.Page _ ->
          add(path, Rows.Content.JSON, value(type, row, field));
    }
  }

  private String value(TypeModel type, Row row, Selection field) {
    return selections.field(type, row, field, joins);
  }

  private void leaf(Scalar scalar, List<String> path, String value) {
    if (scalar.list()) {
      add(path, Rows.Content.JSON, "to_json(" + value + ")");
    } else if (scalar.name().equals("DateTime")) {
      // As in JSON, with a T and the minutes of the offset.
      add(path, Rows.Content.VALUE, "to_json(" + value + ") #>> '{}'");
    } else {
      add(path, Rows.Content.VALUE, value);
    }
  }

  private void add(List<String> path, Rows.Content content, String value) {
    columns.add(new Rows.Column(path, content));
    values.add(value);
  }

  private static List<String> below(List<String> path, String key) {
    return Stream.concat(path.stream(), Stream.of(key)).toList();
  }
}
