package org.meetingrecords.statement;

/** What sort of record a text is. */
enum RecordedAs {
  VERBATIM_RECORD,
  AS_PREPARED,
  SUMMARY_RECORD,
  PRESS_SUMMARY,
  MEDIA_REPORT,
  TRANSCRIPT,
  UNKNOWN
}
