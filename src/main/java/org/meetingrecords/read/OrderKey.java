package org.meetingrecords.read;

/**
 * One key by which rows are ordered. Nulls come last in both directions.
 *
 * @param column a column of the row
 * @param type its PostgreSQL type, without any domain
 * @param nullable whether the database lets it be null
 * @param descending whether larger comes first
 */
record OrderKey(String column, String type, boolean nullable, boolean descending) {
  OrderKey in(boolean descendingOrder) {
    return new OrderKey(column, type, nullable, descendingOrder);
  }
}
