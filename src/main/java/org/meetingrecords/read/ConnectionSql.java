package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the JSON of one connection: its rows first, cut to one more than the page holds, then what
 * hangs on them, then the connection's own fields out of all that. What is not selected is not
 * computed.
 */
final class ConnectionSql {

  /** What a connection lists. */
  interface Listed {
    /** {@code Statement} in {@code StatementConnection} and {@code StatementEdge}. */
    String name();

    /** The JSON of a row; to-one links below it are added to {@code joins}. */
    String node(Row row, Selection field, SelectionSql.Joins joins);

    /** A field that only edges of this kind have. */
    String ofEdge(Row row, Selection field);

    /** A field that only connections of this kind have. */
    String ofConnection(RowSource source, Selection field);
  }

  private final Listed listed;
  private final RowSource source;
  private final RowSource ordered;
  private final Page page;
  private final Keyset keyset;
  private final @Nullable Fan fan;
  private final @Nullable Kept kept;
  private final Row row;
  private final SelectionSql.Joins joins = new SelectionSql.Joins();
  private final List<String> columns = new ArrayList<>();
  private boolean rowsNeeded;
  private boolean keysNeeded;

  /**
   * @param fan how the page's rows are found where that is faster than by their order; or null
   * @param kept where the source has only what is kept of the rows, how to have the whole of them
   */
  ConnectionSql(
      Listed listed,
      RowSource source,
      Page page,
      Keyset keyset,
      Row row,
      @Nullable Fan fan,
      @Nullable Kept kept) {
    this.listed = listed;
    this.source = source;
    this.ordered = source.orderedBy(page);
    this.page = page;
    this.keyset = keyset;
    this.fan = fan;
    this.kept = kept;
    this.row = row;
  }

  String sql(Selection connection) {
    JsonObject object = JsonObject.of(connection.on(listed.name() + "Connection"), this::field);
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
        .formatted(
            object.sql(),
            String.join(", ", columns),
            kept == null ? rows() : kept.page(rows()),
            row.alias(),
            joins);
  }

  private String field(Selection field) {
    return switch (field.name()) {
      case "__typename" -> "'" + listed.name() + "Connection'";
      case "nodes" -> aggregate(listed.node(row, field, joins));
      case "edges" -> aggregate(edge(field));
      case "pageInfo" -> pageInfo(field);
      case "totalCount" -> source.count();
      default -> listed.ofConnection(kept == null ? source : kept.whole(source), field);
    };
  }

  private String edge(Selection field) {
    return JsonObject.of(field.on(listed.name() + "Edge"), this::edgeField).sql();
  }

  private String edgeField(Selection field) {
    return switch (field.name()) {
      case "__typename" -> "'" + listed.name() + "Edge'";
      case "node" -> listed.node(row, field, joins);
      case "cursor" ->
          cursor(page.order().stream().map(key -> row.column(key.column())).toList(), row.id());
      default -> listed.ofEdge(row, field);
    };
  }

  /**
   * Puts the JSON of each row into a column and gathers the column, without the row that only tells
   * of a next page.
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
            case "hasNextPage" -> goesOn(!page.backward(), page.before(), false);
            case "hasPreviousPage" -> goesOn(page.backward(), page.after(), true);
            case "startCursor" -> edgeCursor(!page.backward());
            case "endCursor" -> edgeCursor(page.backward());
            default -> throw new IllegalStateException("no field " + part.name() + " in PageInfo");
          });
    }
    return object.sql();
  }

  /**
   * Whether there are rows beyond the page on one side: more between the cursors than it holds, or
   * some that the cursor on that side has cut off.
   *
   * @param walked whether the page is walked towards that side
   */
  private String goesOn(boolean walked, @Nullable Cursor place, boolean ahead) {
    if (!walked) {
      return cutOff(place, ahead);
    }
    rowsNeeded = true;
    String more = "count(*) > " + page.size();
    return place == null ? more : "(%s or %s)".formatted(more, cutOff(place, ahead));
  }

  private String cutOff(@Nullable Cursor place, boolean ahead) {
    return place == null ? "false" : ordered.exists(keyset.cutOff(ordered.alias(), place, ahead));
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
    return Cursor.sql(listed.name(), page.order(), keys, id);
  }

  /**
   * The page's rows and one more, numbered. Where the first key may be null, known and unknown rows
   * are read apart, each by index and each cut: one condition over both would read them all.
   */
  private String rows() {
    String alias = ordered.alias();
    if (page.order().isEmpty()) {
      return numbered(
          ordered.from(),
          Conditions.all(ordered.where(), keyset.range(alias)),
          alias,
          keyset.orderBy(alias));
    }
    String known = keyset.rangeOfKnown(alias);
    if (known != null && !page.order().getFirst().nullable() && fan == null) {
      return numbered(
          ordered.from(), Conditions.all(ordered.where(), known), alias, keyset.orderBy(alias));
    }
    String used = used();
    var parts = new ArrayList<String>();
    if (known != null) {
      parts.addAll(parts(used, known, keyset.orderByOfKnown(alias)));
    }
    String unknown = keyset.rangeOfUnknown(alias);
    if (unknown != null) {
      parts.addAll(parts(used, unknown, keyset.orderByOfUnknown(alias)));
    }
    if (parts.isEmpty()) {
      return numbered(ordered.from(), "false", alias, alias + ".id");
    }
    return (fan == null ? "" : fan.with())
        + numbered(
            "(" + String.join(" union all ", parts) + ") q", "true", "q", keyset.orderBy("q"));
  }

  private List<String> parts(String used, String range, String order) {
    return fan == null
        ? List.of(part(used, range, order))
        : fan.parts(ordered, used, range, order, page.size() + 1);
  }

  private String part(String used, String range, String order) {
    return "(select %s from %s where %s and %s order by %s limit %d)"
        .formatted(used, ordered.from(), ordered.where(), range, order, page.size() + 1);
  }

  /**
   * The columns of a row that the page, or what hangs on its rows, makes use of. Rows that are put
   * together and sorted again cost by their width.
   */
  private String used() {
    if (kept != null) {
      return ordered.alias() + ".*"; // already no more than what is kept
    }
    SequencedSet<String> used = new LinkedHashSet<>(row.used());
    used.add("id");
    page.order().forEach(key -> used.add(key.column()));
    return used.stream()
        .map(column -> ordered.alias() + "." + Names.quoted(column))
        .collect(Collectors.joining(", "));
  }

  private String numbered(String from, String where, String alias, String order) {
    return "select %s.*, row_number() over (order by %s) as page_row from %s where %s order by %s limit %d"
        .formatted(alias, order, from, where, order, page.size() + 1);
  }
}
