package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The values of a statement while it is being written. SQL under construction holds a token for
 * each, so that pieces can be moved and repeated; {@link #finish} turns tokens into {@code ?} in
 * the order in which they stand.
 */
final class Binds {
  private static final char MARK = '\u0001';

  private final List<@Nullable Object> values = new ArrayList<>();
  private boolean plannedForValues;

  /**
   * @param value a String, Integer, Long, Double, Boolean, LocalDate, OffsetDateTime, a List of
   *     Strings, Integers or Longs, or null
   * @param type the PostgreSQL type to cast to
   * @throws BadInput when a text is none that PostgreSQL can hold
   */
  String bind(@Nullable Object value, String type) {
    switch (value) {
      case String text -> requireStorable(text);
      case List<?> list -> list.forEach(each -> requireStorable(String.valueOf(each)));
      case null, default -> {}
    }
    values.add(value);
    return "" + MARK + (values.size() - 1) + MARK + "::" + type;
  }

  /** Has the statement planned each time it is run, for the values it is run with. */
  void planForValues() {
    plannedForValues = true;
  }

  SqlStatement finish(String sql) {
    var text = new StringBuilder(sql.length());
    var ordered = new ArrayList<@Nullable Object>();
    int from = 0;
    for (int mark = sql.indexOf(MARK); mark >= 0; mark = sql.indexOf(MARK, from)) {
      int end = sql.indexOf(MARK, mark + 1);
      text.append(sql, from, mark).append('?');
      ordered.add(values.get(Integer.parseInt(sql, mark + 1, end, 10)));
      from = end + 1;
    }
    return new SqlStatement(
        text.append(sql, from, sql.length()).toString(), ordered, plannedForValues);
  }

  private static void requireStorable(String text) {
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == 0) {
        throw new BadInput("A text holds the character U+0000, which no record can hold.");
      }
      if (Character.isHighSurrogate(c)
          && i + 1 < text.length()
          && Character.isLowSurrogate(text.charAt(i + 1))) {
        i++;
      } else if (Character.isSurrogate(c)) {
        throw new BadInput(
            "A text holds half of a character (a lone surrogate), which is no valid Unicode.");
      }
    }
  }
}
