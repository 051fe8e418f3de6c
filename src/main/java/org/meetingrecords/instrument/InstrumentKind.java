package org.meetingrecords.instrument;

/** What sort of text an instrument is. */
enum InstrumentKind {
  TREATY,
  PROTOCOL,
  CHARTER,
  RESOLUTION,
  DRAFT_RESOLUTION,
  AMENDMENT,
  PRESIDENTIAL_STATEMENT,
  COMMUNIQUE,
  DECISION,
  DECLARATION,
  LAW,
  ARRANGEMENT,
  GUIDELINE,
  REPORT,
  OTHER
}
