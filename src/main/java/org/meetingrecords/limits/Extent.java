package org.meetingrecords.limits;

/**
 * How much of what is asked for is wanted, as a value of the engine's context under this class. All
 * limits on the document itself hold for both.
 */
public enum Extent {
  /** Pages, within the limit on nodes; what holds where nothing is said. */
  PAGES,
  /** All rows, as for an export, which streams them: no limit on nodes. */
  WHOLE
}
