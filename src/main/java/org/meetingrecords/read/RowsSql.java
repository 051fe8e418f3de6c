package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of an export: the same selection as a page's, one row for each node or for each
 * entry of an exploded list, and instead of one JSON a column for each value that is not in a list.
 * The database then spends nothing on putting objects together that a table takes apart again.
 */
final class RowsSql {
  private static final int FIRST_ROWS = 1_000;

  private final Model model;
  private final RowsWanted wanted;
  private final long mostBytes;
  private final Binds binds = new Binds();
  private final SelectionSql selections;
  private final SelectionSql.Joins joins = new SelectionSql.Joins();
  private final List<Rows.Column> columns = new ArrayList<>();
  private final List<String> values = new ArrayList<>();
  private final StringBuilder order = new StringBuilder();

  /** Aliases of rows that may be missing: links that lead nowhere, lists without entries. */
  private final Set<String> optional = new HashSet<>();

  /** The list of which each entry is a row, to be put together again. */
  private @Nullable String joined;

  /** Whether entries of lists are rows. */
  private boolean exploded;

  /**
   * @param mostBytes how large a list may be that is a value of a row
   */
  RowsSql(Model model, RowsWanted wanted, long mostBytes) {
    this.model = model;
    this.wanted = wanted;
    this.mostBytes = mostBytes;
    this.selections = new SelectionSql(model, binds, Page.ALL);
  }

  /**
   * @param connection a root field
   * @throws BadInput when its nodes are not asked for, or more than once
   */
  Rows rows(Selection connection) {
    String name = connection.type();
    TypeModel type = model.type(name.substring(0, name.length() - "Connection".length()));
    Selection nodes = nodes(connection, type);
    var listing = selections.pages().listing(type, connection);
    List<Selection> selected = nodes.on(type.name());
    order.append(listing.order());
    joined = wanted.joins() ? new OnlyList(model).key(type, selected) : null;
    struct(type, new Row(listing.alias()), selected, List.of());
    return new Rows(
        connection.key(),
        type.name(),
        Shape.struct(type.name(), selected),
        columns,
        statements(connection, listing),
        wanted.beside() == RowsWanted.Beside.SOURCES
            ? new SourcesSql(model).sources(type, connection, selected)
            : null,
        wanted.beside() == RowsWanted.Beside.RECORDS
            ? new RecordsSql(model).records(type, connection, selected)
            : null);
  }

  /**
   * Rows of entries are sorted before the first of them is there. Where the first ones can be found
   * without the others, they are asked for alone, and there is something to read meanwhile.
   */
  private List<SqlStatement> statements(Selection connection, PageSql.Listing listing) {
    String all =
        "/* Query.%s, exported */ select %s from %s%s where %s order by %s"
            .formatted(
                connection.name(),
                String.join(", ", values),
                listing.from(),
                joins,
                listing.where(),
                order);
    // A limit has lists put together after the sort, while rows are fetched, not before it.
    return exploded && listing.walked()
        ? Stream.of(" limit %1$d", " limit %2$d offset %1$d")
            .map(part -> binds.finish(all + part.formatted(FIRST_ROWS, Page.ALL)))
            .toList()
        : List.of(binds.finish(all + " limit " + Page.ALL));
  }

  /** The rest of a connection says something of a page, and an export has none. */
  private static Selection nodes(Selection connection, TypeModel type) {
    List<Selection> found = connection.nodes(type.name()).toList();
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
          add(path, Rows.Content.VALUE, ifThere(row, "'" + type.name() + "'"));
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
        if (!required || optional.contains(row.alias())) {
          optional.add(linked.alias());
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
      case Property.Value(var _, Scalar scalar, var _) ->
          leaf(scalar, path, ifThere(row, value(type, row, field)));
      case Property.Identity _ -> add(path, Rows.Content.VALUE, value(type, row, field));
      case Property.Many list when OnlyList.isOfRows(model, list) && wanted.explodes(path) ->
          explode(list, row, field, path);
      case Property.Many list when path.size() == 1 && path.getFirst().equals(joined) -> {
        add(path, Rows.Content.NODE, row.id());
        Row entry = explode(list, row, field, path);
        add(path, Rows.Content.PRESENCE, entry.id() + " is not null");
      }
      case Property.Any _, Property.Many _, Property.Page _ ->
          add(
              path,
              Rows.Content.JSON,
              ifThere(row, Bounded.value(value(type, row, field), mostBytes)));
    }
  }

  /** A row of each entry: a join, which takes no putting together and apart again. */
  private Row explode(Property.Many list, Row parent, Selection field, List<String> path) {
    TypeModel target = model.type(list.type());
    Relation relation = list.relation();
    exploded = true;
    Row entry = new Row(selections.alias(), parent);
    optional.add(entry.alias());
    RowSource source = selections.source(relation, entry, field);
    joins.add(source.from(), "", source.where());
    order.append(
        SelectionSql.listOrder(target, relation, entry.alias()).replace(" order by ", ", "));
    struct(target, entry, field.on(target.name()), path);
    return entry;
  }

  private String ifThere(Row row, String value) {
    return optional.contains(row.alias())
        ? "case when %s is not null then %s end".formatted(row.id(), value)
        : value;
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
