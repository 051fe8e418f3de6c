package org.meetingrecords.read;

/**
 * Bounds the bytes of JSON: what is larger the database refuses instead of sending it, since this
 * process would have to hold it whole.
 */
final class Bounded {
  private Bounded() {}

  /**
   * @param rows a statement of which each row is one JSON value
   */
  static String statement(String rows, long mostBytes) {
    // The end keeps PostgreSQL from putting the value in place of its name, and so computing it
    // twice.
    return """
        select case when pg_column_size(bounded.value) > %1$d then too_large(pg_column_size(bounded.value)) \
        else bounded.value end from (%2$s offset 0) bounded (value)"""
        .formatted(mostBytes, rows);
  }

  static String value(String json, long mostBytes) {
    return "(" + statement("select " + json, mostBytes) + ")";
  }
}
