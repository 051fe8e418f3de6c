package org.meetingrecords.read;

import java.util.List;

/**
 * A condition on what rows point at, taken the other way round: first the few that fulfil it, then
 * for each of them its own first rows, by an index that has the link ahead of the order. Walking
 * the order alone, PostgreSQL would read and drop the rows of everybody else. Whether they are few
 * is known only when the statement runs, so both ways stand in it and one of them is taken.
 *
 * @param name of the common table expression that holds the few
 * @param few SQL that gives their ids, and one more than are few
 * @param key the column that points at them
 * @param rest the other conditions on the rows
 */
record Fan(String name, String few, String key, String rest) {
  /** For more than these, walking the order finds enough rows soon. */
  private static final int MOST = 20;

  static Fan of(String alias, String target, String condition, String key, String rest) {
    String name = "few_" + alias;
    return new Fan(
        name,
        "select %1$s.id from %2$s %1$s where %3$s limit %4$d"
            .formatted(alias, Names.quoted(target), condition, MOST + 1),
        key,
        rest);
  }

  /** The common table expression. */
  String with() {
    return "with %s as materialized (%s) ".formatted(name, few);
  }

  /**
   * The first rows of a range by both ways.
   *
   * @param source the rows with all conditions
   * @param columns which columns of a row, as a select list
   * @param range which of them
   * @param order their order, of the source's alias
   * @param limit how many at most
   */
  List<String> parts(RowSource source, String columns, String range, String order, int limit) {
    String row = source.alias();
    String count = "(select count(*) from " + name + ")";
    return List.of(
        """
        (select %1$s.* from %2$s few cross join lateral \
        (select %11$s from %3$s where %4$s and %1$s.%5$s = few.id and %6$s order by %7$s limit %8$d) %1$s \
        where %9$s <= %10$d order by %7$s limit %8$d)"""
            .formatted(
                row,
                name,
                source.from(),
                rest,
                Names.quoted(key),
                range,
                order,
                limit,
                count,
                MOST,
                columns),
        "(select %s from %s where %s > %d and %s and %s order by %s limit %d)"
            .formatted(columns, source.from(), count, MOST, source.where(), range, order, limit));
  }
}
