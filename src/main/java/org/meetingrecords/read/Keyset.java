package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes order and range of a page. Nulls come last in the order as asked for, in both directions,
 * and so first when it is walked backward.
 */
final class Keyset {
  private final Page page;
  private final Binds binds;

  Keyset(Page page, Binds binds) {
    this.page = page;
    this.binds = binds;
  }

  /** {@code order by} in the direction in which the page is walked. */
  String orderBy(String alias) {
    return orderBy(alias, page.order(), this::nulls);
  }

  /**
   * The same among rows whose first key is known. It says nothing of that key's nulls: told to put
   * them last in a descending order, PostgreSQL would not walk the index backward.
   */
  String orderByOfKnown(String alias) {
    OrderKey first = page.order().getFirst();
    return orderBy(alias, page.order(), key -> key.equals(first) ? "" : nulls(key));
  }

  /** The same among rows whose first key is null, which leaves the others. */
  String orderByOfUnknown(String alias) {
    return orderBy(alias, page.order().subList(1, page.order().size()), this::nulls);
  }

  private String nulls(OrderKey key) {
    return key.nullable() ? (page.backward() ? " nulls first" : " nulls last") : "";
  }

  private String orderBy(String alias, List<OrderKey> order, Function<OrderKey, String> nulls) {
    var keys = new ArrayList<String>();
    for (OrderKey key : order) {
      boolean down = key.descending() != page.backward();
      keys.add(column(alias, key) + (down ? " desc" : "") + nulls.apply(key));
    }
    keys.add(alias + ".id" + (page.idDescending() != page.backward() ? " desc" : ""));
    return String.join(", ", keys);
  }

  /** The range of rows between the page's cursors; {@code true} where there are none. */
  String range(String alias) {
    var conditions = new ArrayList<String>();
    if (page.after() != null) {
      conditions.add(beyond(alias, page.after(), 0, false));
    }
    if (page.before() != null) {
      conditions.add(beyond(alias, page.before(), 0, true));
    }
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /**
   * The range among rows whose first key is not null, written so that an index on the order bounds
   * the scan; null where the cursors leave no such row.
   */
  @Nullable String rangeOfKnown(String alias) {
    if (page.after() != null && page.after().keys().getFirst() == null) {
      return null;
    }
    OrderKey key = page.order().getFirst();
    var conditions = new ArrayList<String>();
    if (key.nullable()) {
      conditions.add(column(alias, key) + " is not null");
    }
    if (page.after() != null) {
      conditions.add(beyondKnown(alias, page.after(), false));
    }
    if (page.before() != null && page.before().keys().getFirst() != null) {
      conditions.add(beyondKnown(alias, page.before(), true));
    }
    return conditions.isEmpty() ? "true" : String.join(" and ", conditions);
  }

  /** The range among rows whose first key is null; null where the cursors leave no such row. */
  @Nullable String rangeOfUnknown(String alias) {
    OrderKey key = page.order().getFirst();
    if (page.before() != null && page.before().keys().getFirst() != null) {
      return null;
    }
    var conditions = new ArrayList<String>();
    conditions.add(column(alias, key) + " is null");
    if (page.after() != null && page.after().keys().getFirst() == null) {
      conditions.add(beyond(alias, page.after(), 1, false));
    }
    if (page.before() != null) {
      conditions.add(beyond(alias, page.before(), 1, true));
    }
    return String.join(" and ", conditions);
  }

  /** Rows at this place or on the other side of it: those a cursor has cut off. */
  String cutOff(String alias, Cursor place, boolean ahead) {
    return "not (" + beyond(alias, place, 0, !ahead) + ")";
  }

  /**
   * Rows whose first key is known, strictly behind a place with such a key or ahead of it. Where
   * all keys run one way it is a comparison of rows, which an index bounds exactly however many
   * rows share the first key.
   */
  private String beyondKnown(String alias, Cursor place, boolean ahead) {
    List<OrderKey> order = page.order();
    OrderKey first = order.getFirst();
    String operator = first.descending() != ahead ? "<" : ">";
    boolean uniform =
        order.stream().allMatch(key -> key.descending() == first.descending())
            && order.stream().skip(1).noneMatch(OrderKey::nullable);
    if (!uniform) {
      return "%s %s= %s and %s"
          .formatted(
              column(alias, first),
              operator,
              bind(place.keys().getFirst(), first),
              beyond(alias, place, 0, ahead));
    }
    var columns = new ArrayList<String>();
    var values = new ArrayList<String>();
    for (int i = 0; i < order.size(); i++) {
      columns.add(column(alias, order.get(i)));
      values.add(bind(place.keys().get(i), order.get(i)));
    }
    return "(%s, %s.id) %s (%s, %s)"
        .formatted(
            String.join(", ", columns),
            alias,
            operator,
            String.join(", ", values),
            binds.bind(place.id(), "bigint"));
  }

  /**
   * Rows strictly behind a place in the order, or ahead of it. Never unknown, so that it can be
   * negated.
   */
  private String beyond(String alias, Cursor place, int from, boolean ahead) {
    List<OrderKey> order = page.order();
    if (from == order.size()) {
      boolean down = page.idDescending() != ahead;
      return alias + ".id " + (down ? "<" : ">") + " " + binds.bind(place.id(), "bigint");
    }
    OrderKey key = order.get(from);
    String column = column(alias, key);
    String rest = beyond(alias, place, from + 1, ahead);
    Object value = place.keys().get(from);
    if (value == null) {
      return ahead
          ? "(%s is not null or %s)".formatted(column, rest)
          : "(%s is null and %s)".formatted(column, rest);
    }
    String bound = bind(value, key);
    String strictly = column + (key.descending() != ahead ? " < " : " > ") + bound;
    if (!key.nullable()) {
      return "(%s or (%s = %s and %s))".formatted(strictly, column, bound, rest);
    }
    return ahead
        ? "(%s is not null and (%s or (%s = %s and %s)))"
            .formatted(column, strictly, column, bound, rest)
        : "(%s is null or %s or (%s = %s and %s))".formatted(column, strictly, column, bound, rest);
  }

  private static String column(String alias, OrderKey key) {
    return alias + "." + Names.quoted(key.column());
  }

  private String bind(@Nullable Object value, OrderKey key) {
    return binds.bind(value, key.type());
  }
}
