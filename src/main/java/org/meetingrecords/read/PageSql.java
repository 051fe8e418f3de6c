package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of a connection: its rows first, cut to one more than the page holds, then what
 * hangs on them, then the connection's own fields out of all that. What is not selected is not
 * computed.
 */
final class PageSql {
  private final SelectionSql selections;
  private final FilterSql filters;
  private final Binds binds;
  private final boolean whole;

  PageSql(SelectionSql selections, FilterSql filters, Binds binds, boolean whole) {
    this.selections = selections;
    this.filters = filters;
    this.binds = binds;
    this.whole = whole;
  }

  /** The connection of a type's rows below a parent. */
  String page(
      TypeModel type, Relation relation, List<OrderKey> usualOrder, Row parent, Selection field) {
    return connection(
        type,
        relation,
        usualOrder.isEmpty() ? type.defaultOrder() : usualOrder,
        parent.alias(),
        field);
  }

  /** The connection of all rows of a type. */
  String page(TypeModel type, Selection field) {
    return connection(
        type,
        Relation.from(Names.quoted(type.tableOrThrow()) + " {row}"),
        type.defaultOrder(),
        null,
        field);
  }

  /**
   * All rows of a type, or as many as are asked for, in their order and with nothing that hangs on
   * them.
   */
  Listing listing(TypeModel type, Selection field) {
    Page page = Page.of(type, type.defaultOrder(), field.arguments(), whole);
    if (page.backward()) {
      throw new BadInput("last: an export runs forward; give first, and orderBy the other way.");
    }
    String alias = selections.alias();
    var keyset = new Keyset(page, binds);
    String table = Names.quoted(type.tableOrThrow()) + " " + alias;
    String where =
        Conditions.all(
            filters.condition(type, alias, field.arguments().get("filter")), keyset.range(alias));
    String order = keyset.orderBy(alias);
    if (page.size() == Page.ALL) {
      return new Listing(alias, table, where, order);
    }
    String cut =
        "(select * from %s where %s order by %s limit %d) %s"
            .formatted(table, where, order, page.size(), alias);
    return new Listing(alias, cut, "true", order);
  }

  /** Rows under an alias: a {@code FROM} clause, a condition and an order. */
  record Listing(String alias, String from, String where, String order) {}

  private String connection(
      TypeModel type,
      Relation relation,
      List<OrderKey> usualOrder,
      @Nullable String parent,
      Selection field) {
    Page page = Page.of(type, usualOrder, field.arguments(), whole);
    String alias = selections.alias();
    Map<String, String> names =
        parent == null ? Map.of("row", alias) : Map.of("row", alias, "parent", parent);
    String from = selections.render(relation.from(), names, field);
    String tied = selections.render(relation.where(), names, field);
    String filter = filters.condition(type, alias, field.arguments().get("filter"));
    var source = new Source(type, alias, from, Conditions.all(tied, filter));
    String rowAlias = selections.alias();
    Map<String, String> rowNames =
        parent == null ? Map.of("row", rowAlias) : Map.of("row", rowAlias, "parent", parent);
    var row = new Row(rowAlias, selections.values(relation, rowNames, field));
    return new Connection(source, page, new Keyset(page, binds), row)
        .sql(field.on(type.name() + "Connection"));
  }

  /**
   * The rows that a connection is over, before any page is cut: a {@code FROM} clause and a
   * condition.
   */
  private record Source(TypeModel type, String alias, String from, String where) {
    String count() {
      return "(select count(*) from %s where %s)".formatted(from, where);
    }

    String exists(String condition) {
      return "exists (select from %s where %s and %s)".formatted(from, where, condition);
    }
  }

  private final class Connection {
    private final Source source;
    private final Page page;
    private final Keyset keyset;
    private final Row row;
    private final SelectionSql.Joins joins = new SelectionSql.Joins();
    private final List<String> columns = new ArrayList<>();
    private boolean rowsNeeded;
    private boolean keysNeeded;

    Connection(Source source, Page page, Keyset keyset, Row row) {
      this.source = source;
      this.page = page;
      this.keyset = keyset;
      this.row = row;
    }

    String sql(List<Selection> fields) {
      JsonObject object = JsonObject.of(fields, this::field);
      if (!rowsNeeded) {
        return object.sql();
      }
      columns.add(row.alias() + ".page_row");
      if (keysNeeded) {
        for (int i = 0; i < page.order().size(); i++) {
          columns.add(row.column(page.order().get(i).column()) + " as k" + i);
        }
        columns.add(row.id() + " as k");
      }
      return "(select %s from (select %s from (%s) %s%s) x)"
          .formatted(object.sql(), String.join(", ", columns), rows(), row.alias(), joins);
    }

    private String field(Selection field) {
      return switch (field.name()) {
        case "__typename" -> "'" + source.type().name() + "Connection'";
        case "nodes" -> aggregate(node(field));
        case "edges" -> aggregate(edge(field));
        case "pageInfo" -> pageInfo(field);
        case "totalCount" -> source.count();
        case "facets" ->
            selections
                .statistics()
                .facets(source.type(), source.from(), source.where(), source.alias(), field);
        default -> throw new IllegalStateException("no field " + field.name() + " in a connection");
      };
    }

    private String node(Selection field) {
      return selections.object(source.type(), row, field.on(source.type().name()), joins);
    }

    private String edge(Selection field) {
      return JsonObject.of(field.on(source.type().name() + "Edge"), this::edgeField).sql();
    }

    private String edgeField(Selection field) {
      return switch (field.name()) {
        case "__typename" -> "'" + source.type().name() + "Edge'";
        case "node" -> node(field);
        case "cursor" ->
            cursor(page.order().stream().map(key -> row.column(key.column())).toList(), row.id());
        default -> throw new IllegalStateException("no field " + field.name() + " in an edge");
      };
    }

    /**
     * Puts the JSON of each row into a column and gathers the column, without the row that only
     * tells of a next page.
     */
    private String aggregate(String json) {
      rowsNeeded = true;
      String column = "c" + columns.size();
      columns.add(json + " as " + column);
      return "coalesce(json_agg(x.%s order by x.page_row%s) filter (where x.page_row <= %d), '[]')"
          .formatted(column, page.backward() ? " desc" : "", page.size());
    }

    private String pageInfo(Selection field) {
      var object = new JsonObject();
      for (Selection part : field.on("PageInfo")) {
        object.put(
            part.key(),
            switch (part.name()) {
              case "__typename" -> "'PageInfo'";
              case "hasNextPage" -> page.backward() ? cutOff(page.before(), false) : more();
              case "hasPreviousPage" -> page.backward() ? more() : cutOff(page.after(), true);
              case "startCursor" -> edgeCursor(!page.backward());
              case "endCursor" -> edgeCursor(page.backward());
              default ->
                  throw new IllegalStateException("no field " + part.name() + " in PageInfo");
            });
      }
      return object.sql();
    }

    private String more() {
      rowsNeeded = true;
      return "count(*) > " + page.size();
    }

    private String cutOff(@Nullable Cursor place, boolean ahead) {
      return place == null ? "false" : source.exists(keyset.cutOff(source.alias(), place, ahead));
    }

    private String edgeCursor(boolean nearest) {
      rowsNeeded = true;
      keysNeeded = true;
      String position = nearest ? "1" : "least(count(*), %d)".formatted(page.size());
      var keys = new ArrayList<String>();
      for (int i = 0; i < page.order().size(); i++) {
        keys.add("(array_agg(x.k%d order by x.page_row))[%s]".formatted(i, position));
      }
      String id = "(array_agg(x.k order by x.page_row))[%s]".formatted(position);
      return "case when count(*) > 0 then %s end".formatted(cursor(keys, id));
    }

    private String cursor(List<String> keys, String id) {
      return Cursor.sql(source.type().name(), page.order(), keys, id);
    }

    /**
     * The page's rows and one more, numbered. Where the first key may be null, known and unknown
     * rows are read apart, each by index and each cut: one condition over both would read them all.
     */
    private String rows() {
      String alias = source.alias();
      if (page.order().isEmpty()) {
        return numbered(
            source.from(),
            Conditions.all(source.where(), keyset.range(alias)),
            alias,
            keyset.orderBy(alias));
      }
      String known = keyset.rangeOfKnown(alias);
      if (known != null && !page.order().getFirst().nullable()) {
        return numbered(
            source.from(), Conditions.all(source.where(), known), alias, keyset.orderBy(alias));
      }
      var parts = new ArrayList<String>();
      if (known != null) {
        parts.add(part(known, keyset.orderByOfKnown(alias)));
      }
      String unknown = keyset.rangeOfUnknown(alias);
      if (unknown != null) {
        parts.add(part(unknown, keyset.orderByOfUnknown(alias)));
      }
      if (parts.isEmpty()) {
        return numbered(source.from(), "false", alias, alias + ".id");
      }
      return numbered(
          "(" + String.join(" union all ", parts) + ") q", "true", "q", keyset.orderBy("q"));
    }

    private String part(String range, String order) {
      return "(select %s.* from %s where %s and %s order by %s limit %d)"
          .formatted(source.alias(), source.from(), source.where(), range, order, page.size() + 1);
    }

    private String numbered(String from, String where, String alias, String order) {
      return "select %s.*, row_number() over (order by %s) as page_row from %s where %s order by %s limit %d"
          .formatted(alias, order, from, where, order, page.size() + 1);
    }
  }
}
