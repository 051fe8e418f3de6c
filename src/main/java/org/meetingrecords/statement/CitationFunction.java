package org.meetingrecords.statement;

/** What a statement does with what it cites. */
enum CitationFunction {
  INVOKES,
  REAFFIRMS,
  CALLS_FOR_UNIVERSALIZATION,
  CALLS_FOR_IMPLEMENTATION,
  CRITICISES,
  REPORTS_COMPLIANCE,
  MENTIONS
}
