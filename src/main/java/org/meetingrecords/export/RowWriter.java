package org.meetingrecords.export;

import java.io.Closeable;
import java.io.IOException;
import org.meetingrecords.read.RowCursor;

/** Writes nodes, one after another, in one format. */
interface RowWriter extends Closeable {

  /**
   * Writes the node that the cursor stands on, or what its row has more of the node before it.
   *
   * @return how many rows that made; none where it was more of the same node
   */
  int write(RowCursor node) throws IOException;

  /** Hands on what is written so far, where the format allows. */
  default void flush() throws IOException {}

  /** Writes what comes after the last node, and hands everything on. */
  void finish() throws IOException;

  /** Lets go of what it holds, finished or not; the stream it writes to stays open. */
  @Override
  default void close() {}
}
