package org.meetingrecords.read;

import org.jspecify.annotations.Nullable;

/**
 * One key by which rows are ordered. Nulls come last in both directions.
 *
 * @param column a column of the row, or what it is called there where it is another row's
 * @param type its PostgreSQL type, without any domain
 * @param nullable whether the database lets it be null
 * @param descending whether larger comes first
 * @param link where it is a column of a row that this one points at, the way there
 */
record OrderKey(
    String column, String type, boolean nullable, boolean descending, @Nullable Link link) {
  /** How well the texts of a row fit what the filter looks for in them. */
  static final OrderKey RELEVANCE =
      new OrderKey("relevance", "double precision", false, false, null);

  /**
   * @param key the column that points at the other row
   * @param table the other row's table
   * @param column its column to order by
   */
  record Link(String key, String table, String column) {}

  boolean isRelevance() {
    return column.equals(RELEVANCE.column);
  }

  /** Whether it is no column of the row's own table. */
  boolean isElsewhere() {
    return link != null || isRelevance();
  }

  /** The same key of a row that brings the other row's column along. */
  OrderKey broughtAlong() {
    return new OrderKey(column, type, nullable, descending, null);
  }

  /** What the order goes by. */
  String inWords() {
    if (isRelevance()) {
      return "relevance to the text of the filter, which there must be; the best come first with DESC";
    }
    String shown = link == null ? column : link.column();
    String field = "`%s`".formatted(Names.camel(shown.replaceFirst("_from$", "")));
    String owned =
        link == null
            ? field
            : "its %s's %s".formatted(link.key().replaceFirst("_id$", "").replace('_', ' '), field);
    return shown.endsWith("_from") ? "the first day of " + owned : owned;
  }

  OrderKey in(boolean descendingOrder) {
    return new OrderKey(column, type, nullable, descendingOrder, link);
  }
}
