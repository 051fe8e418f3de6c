package org.meetingrecords.read;

import java.util.List;

/** How one field of a type is read. */
sealed interface Property {

  /** The opaque id: the type's letters and the row's number. */
  record Identity() implements Property {}

  /** A plain column. */
  record Column(String column, Scalar scalar) implements Property {}

  /**
   * A {@code DateSpan}: the columns {@code <prefix>_from}, {@code _to}, {@code _precision}, {@code
   * _as_recorded}.
   */
  record Span(String prefix) implements Property {}

  /**
   * SQL over the row, with {@code {row}} and the field's arguments in braces.
   *
   * @param arguments whether it takes any
   */
  record Value(String sql, Scalar scalar, boolean arguments) implements Property {}

  /** At most one row of another type: a link. */
  record One(String type, String column, boolean required) implements Property {}

  /** At most one record of any type: a link with its type beside it. */
  record Any(String column, String typeColumn) implements Property {}

  /** Many rows of another type, all of them. */
  record Many(String type, Relation relation, boolean arguments) implements Property {}

  /** Many rows of another type, a page at a time. */
  record Page(String type, Relation relation, List<OrderKey> order) implements Property {}
}
