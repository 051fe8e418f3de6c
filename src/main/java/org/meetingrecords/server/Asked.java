package org.meetingrecords.server;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Cost;

/**
 * What is known of a request once its document is, as a value of the engine's context.
 *
 * @param operation the operation's name in the document
 */
record Asked(@Nullable String operation, Cost cost) {
  /** Of a request that did not come so far. */
  static final Asked NOTHING = new Asked(null, Cost.LEAST);
}
