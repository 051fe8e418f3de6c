package org.meetingrecords.read;

/**
 * The rows that a connection is over, before any page is cut.
 *
 * @param alias the row's name in what follows
 * @param from a {@code FROM} clause
 * @param where a condition
 */
record RowSource(String alias, String from, String where) {
  /** All rows of a type. */
  static RowSource all(TypeModel type, String alias) {
    return new RowSource(alias, Names.quoted(type.tableOrThrow()) + " " + alias, "true");
  }

  /** Those of them that fulfil another condition, too. */
  RowSource and(String condition) {
    return new RowSource(alias, from, Conditions.all(where, condition));
  }

  String count() {
    return "(select count(*) from %s where %s)".formatted(from, where);
  }

  String exists(String condition) {
    return "exists (select from %s where %s and %s)".formatted(from, where, condition);
  }

  /**
   * The same rows, each with those columns of other rows that a page is ordered by. PostgreSQL
   * flattens the subselect, so an index on such a column still gives the order.
   */
  RowSource orderedBy(Page page) {
    var columns = new StringBuilder();
    var joins = new StringBuilder();
    for (OrderKey key : page.order()) {
      OrderKey.Link link = key.link();
      if (link != null) {
        String row = "%s_%s".formatted(alias, link.key());
        columns.append(
            ", %s.%s as %s"
                .formatted(row, Names.quoted(link.column()), Names.quoted(key.column())));
        joins.append(
            " left join %s %s on %s.id = %s.%s"
                .formatted(Names.quoted(link.table()), row, row, alias, Names.quoted(link.key())));
      }
    }
    return joins.isEmpty()
        ? this
        : new RowSource(
            alias,
            "(select %1$s.*%2$s from %3$s%4$s where %5$s) %1$s"
                .formatted(alias, columns, from, joins, where),
            "true");
  }
}
