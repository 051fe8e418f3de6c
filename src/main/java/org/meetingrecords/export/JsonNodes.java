package org.meetingrecords.export;

import org.meetingrecords.read.RowCursor;

/** How the database's rows become the objects of nodes. */
@FunctionalInterface
interface JsonNodes {
  /** Begins the object of the node that the row is the first of. */
  void begin(RowCursor row, Utf8 to);

  /** Whether the row is one more of the node that was begun. */
  default boolean isMore(RowCursor row) {
    return false;
  }

  /** Goes on with the object. */
  default void more(RowCursor row, Utf8 to) {
    throw new IllegalStateException("a node is one row");
  }

  /** Ends the object, once no row is left of its node. */
  default void end(Utf8 to) {}
}
