package org.meetingrecords.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the SQL of the connections of types: over which rows, and which page of them. */
final class PageSql {
  private final SelectionSql selections;
  private final FilterSql filters;
  private final FullTextSql texts;
  private final FoundRows rows;
  private final Binds binds;
  private final int largest;

  PageSql(SelectionSql selections, FilterSql filters, Binds binds, int largest) {
    this.selections = selections;
    this.filters = filters;
    this.texts = new FullTextSql(binds);
    this.rows = new FoundRows(filters, texts);
    this.binds = binds;
    this.largest = largest;
  }

  /** The connection of a type's rows below a parent. */
  String page(
      TypeModel type, Relation relation, List<OrderKey> usualOrder, Row parent, Selection field) {
    return connection(type, relation, usualOrder, parent, field);
  }

  /** The connection of all rows of a type. */
  String page(TypeModel type, Selection field) {
    return connection(
        type, Relation.from(Names.quoted(type.tableOrThrow()) + " {row}"), List.of(), null, field);
  }

  /**
   * All rows of a type, or as many as are asked for, in their order and with nothing that hangs on
   * them.
   */
  Listing listing(TypeModel type, Selection field) {
    Page page = Page.of(type, List.of(), field.arguments(), largest);
    if (page.backward()) {
      throw new BadInput("last: an export runs forward; give first, and orderBy the other way.");
    }
    String alias = selections.alias();
    return listing(type, RowSource.all(type, alias), page, field);
  }

  private Listing listing(TypeModel type, RowSource all, Page page, Selection field) {
    String alias = all.alias();
    Object asked = field.arguments().get("filter");
    SearchText wanted = wanted(type, asked, page);
    RowSource found =
        wanted != null && isByRelevance(page)
            ? rows.ranked(type, all, asked, wanted)
            : rows.filtered(type, all, asked);
    RowSource ordered = found.orderedBy(page);
    var keyset = new Keyset(page, binds);
    String where = Conditions.all(ordered.where(), keyset.range(alias));
    String order = keyset.orderBy(alias);
    if (page.isAll()) {
      boolean walked = ordered.equals(all) && where.equals("true") && page.order().isEmpty();
      return new Listing(alias, ordered.from(), where, order, walked);
    }
    String cut =
        "(select %1$s.* from %2$s where %3$s order by %4$s limit %5$d) %1$s"
            .formatted(alias, ordered.from(), where, order, page.size());
    return new Listing(alias, cut, "true", order, false);
  }

  /** The rows of a connection below a parent that are on its page, as a subselect. */
  String related(
      TypeModel type, Relation relation, List<OrderKey> usualOrder, Row parent, Selection field) {
    Page page = Page.of(type, usualOrder, field.arguments(), largest);
    if (page.isAll()) {
      return related(type, relation, parent, field);
    }
    RowSource all = selections.source(relation, new Row(selections.alias(), parent), field);
    Listing rows = listing(type, all, page, field);
    return "(select %s.* from %s where %s)".formatted(rows.alias(), rows.from(), rows.where());
  }

  /** The rows of a relation below a parent that a field's filter lets through, as a subselect. */
  String related(TypeModel type, Relation relation, Row parent, Selection field) {
    Row row = new Row(selections.alias(), parent);
    String filter = filters.condition(type, row.alias(), field.arguments().get("filter"));
    RowSource found = selections.source(relation, row, field).and(filter);
    return "(select %s.* from %s where %s)".formatted(row.alias(), found.from(), found.where());
  }

  /**
   * Rows under an alias: a {@code FROM} clause, a condition and an order.
   *
   * @param walked whether they are all there are, in the order of their ids, so that the first ones
   *     are found without the others
   */
  record Listing(String alias, String from, String where, String order, boolean walked) {}

  private String connection(
      TypeModel type,
      Relation relation,
      List<OrderKey> usualOrder,
      @Nullable Row parent,
      Selection field) {
    Page page = Page.of(type, usualOrder, field.arguments(), largest);
    String alias = selections.alias();
    RowSource all = selections.source(relation, new Row(alias, parent), field);
    Object asked = field.arguments().get("filter");
    SearchText wanted = wanted(type, asked, page);
    Row row = selections.row(relation, parent, field);
    if (wanted != null && (isByRelevance(page) || showsRelevance(type, field))) {
      RowSource ranked = rows.ranked(type, all, asked, wanted);
      return kept(type, ranked, List.of(OrderKey.RELEVANCE.column()), page, row, wanted, field);
    }
    boolean severalTimes = wanted != null || looksSeveralTimes(type, field);
    RowSource found =
        severalTimes && parent == null && page.order().isEmpty()
            ? rows.filteredIds(type, alias, asked)
            : rows.filtered(type, all, asked);
    if (severalTimes && !found.equals(all)) {
      return kept(type, found, List.of(), page, row, wanted, field);
    }
    Fan fan = parent == null ? filters.fan(type, alias, asked, page) : null;
    return connection(type, found, page, row, null, fan, null, field);
  }

  /** Whether more than one part of what is told of a connection is about all its rows. */
  private static boolean looksSeveralTimes(TypeModel type, Selection field) {
    List<Selection> parts = field.on(type.name() + "Connection");
    long counts =
        parts.stream()
            .filter(part -> part.name().equals("totalCount") || part.name().equals("facets"))
            .count();
    boolean page =
        parts.stream()
            .anyMatch(
                part ->
                    part.name().equals("nodes")
                        || part.name().equals("edges")
                        || part.name().equals("pageInfo"));
    return counts + (page ? 1 : 0) > 1;
  }

  private static boolean isByRelevance(Page page) {
    return page.order().stream().anyMatch(OrderKey::isRelevance);
  }

  private @Nullable SearchText wanted(TypeModel type, @Nullable Object filter, Page page) {
    SearchText wanted = filters.wanted(type, filter);
    if (wanted == null && isByRelevance(page)) {
      throw new BadInput("orderBy: RELEVANCE is of use with a text in the filter only.");
    }
    return wanted;
  }

  private String connection(
      TypeModel type,
      RowSource source,
      Page page,
      Row row,
      @Nullable SearchText wanted,
      @Nullable Fan fan,
      @Nullable Kept kept,
      Selection field) {
    return new ConnectionSql(
            new ListedRows(type, wanted), source, page, new Keyset(page, binds), row, fan, kept)
        .sql(field);
  }

  private String kept(
      TypeModel type,
      RowSource found,
      List<String> shown,
      Page page,
      Row row,
      @Nullable SearchText wanted,
      Selection field) {
    RowSource ordered = found.orderedBy(page);
    var kept = Kept.of(ordered, type.tableOrThrow(), page.order(), shown);
    String connection =
        connection(
            type, kept.source(found.alias()), page.overKept(), row, wanted, null, kept, field);
    return "(with %s select %s)".formatted(kept.with(ordered, page.order()), connection);
  }

  private static boolean showsRelevance(TypeModel type, Selection field) {
    return field.on(type.name() + "Connection").stream()
        .filter(part -> part.name().equals("edges"))
        .flatMap(edges -> edges.on(type.name() + "Edge").stream())
        .anyMatch(part -> part.name().equals("relevance"));
  }

  /** The rows of a type, found by these words or by none. */
  private final class ListedRows implements ConnectionSql.Listed {
    private final TypeModel type;
    private final @Nullable SearchText wanted;

    ListedRows(TypeModel type, @Nullable SearchText wanted) {
      this.type = type;
      this.wanted = wanted;
    }

    @Override
    public String name() {
      return type.name();
    }

    @Override
    public String node(Row row, Selection field, SelectionSql.Joins joins) {
      return selections.object(type, row, field.on(type.name()), joins);
    }

    @Override
    public String ofEdge(Row row, Selection field) {
      return switch (field.name()) {
        case "relevance" -> wanted == null ? "null" : row.column("relevance");
        case "highlights" ->
            wanted == null
                ? "json_build_array()"
                : texts.highlights(type.textsOrThrow(), row.id(), wanted, field);
        default -> throw new IllegalStateException("no field " + field.name() + " in an edge");
      };
    }

    @Override
    public String ofConnection(RowSource source, Selection field) {
      if (!field.name().equals("facets")) {
        throw new IllegalStateException("no field " + field.name() + " in a connection");
      }
      return selections.statistics().facets(type, source, field);
    }
  }
}
