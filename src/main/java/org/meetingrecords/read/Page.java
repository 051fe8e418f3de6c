package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Limits;

/**
 * Which page of a connection is asked for.
 *
 * @param size how many rows at the most
 * @param backward whether they are counted from the end
 * @param order the keys, without the id that breaks ties
 * @param after rows behind this place only
 * @param before rows ahead of this place only
 */
record Page(
    int size,
    boolean backward,
    List<OrderKey> order,
    @Nullable Cursor after,
    @Nullable Cursor before) {
  /** More rows than there are: what an export has where it names no number. */
  static final int ALL = Integer.MAX_VALUE - 1;

  /**
   * @param arguments a connection's arguments
   * @param largest how many rows it may have; {@link #ALL} where it has all of them unless told how
   *     many, as in an export
   * @throws BadInput when one of them makes no sense
   */
  static Page of(
      TypeModel type, List<OrderKey> usualOrder, Map<String, Object> arguments, int largest) {
    return of(type.name(), order(type, usualOrder, arguments), arguments, largest);
  }

  /**
   * @param listed what the connection lists, for cursors to tell it from others
   * @throws BadInput when an argument makes no sense
   */
  static Page of(String listed, List<OrderKey> order, Map<String, Object> arguments, int largest) {
    Integer first = size("first", arguments, largest);
    Integer last = size("last", arguments, largest);
    if (first != null && last != null) {
      throw new BadInput("first and last: give one of them, not both.");
    }
    return new Page(
        first != null
            ? first
            : last != null ? last : largest == ALL ? ALL : Math.min(Limits.USUAL_PAGE, largest),
        last != null,
        order,
        cursor("after", listed, order, arguments),
        cursor("before", listed, order, arguments));
  }

  private static @Nullable Integer size(
      String argument, Map<String, Object> arguments, int largest) {
    if (!(arguments.get(argument) instanceof Integer size)) {
      return null;
    }
    if (size < 1 || size > largest) {
      throw new BadInput("%s: a page has 1 to %d rows, not %d.".formatted(argument, largest, size));
    }
    return size;
  }

  private static List<OrderKey> order(
      TypeModel type, List<OrderKey> usual, Map<String, Object> arguments) {
    if (!(arguments.get("orderBy") instanceof List<?> wanted) || wanted.isEmpty()) {
      return usual;
    }
    var keys = new LinkedHashMap<String, OrderKey>();
    for (Object each : wanted) {
      var entry = (Map<?, ?>) each;
      boolean descending = "DESC".equals(entry.get("direction"));
      for (OrderKey key :
          type.orders().getOrDefault(String.valueOf(entry.get("field")), List.of())) {
        keys.putIfAbsent(key.column(), key.in(descending != key.descending()));
      }
    }
    return new ArrayList<>(keys.values());
  }

  private static @Nullable Cursor cursor(
      String argument, String listed, List<OrderKey> order, Map<String, Object> arguments) {
    return arguments.get(argument) instanceof String cursor
        ? Cursor.parse(argument, cursor, listed, order)
        : null;
  }

  /** Whether it leaves nothing out. */
  boolean isAll() {
    return size == ALL && after == null && before == null;
  }

  /** The same page of rows that bring along what they are ordered by. */
  Page overKept() {
    return new Page(
        size, backward, order.stream().map(OrderKey::broughtAlong).toList(), after, before);
  }

  /**
   * Whether the id, which breaks ties, runs downwards: with the last key, so that one index serves
   * both directions.
   */
  boolean idDescending() {
    return !order.isEmpty() && order.getLast().descending();
  }
}
