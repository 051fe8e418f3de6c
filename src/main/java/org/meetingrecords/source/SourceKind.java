package org.meetingrecords.source;

/** What sort of thing a source is. */
enum SourceKind {
  OFFICIAL_RECORD,
  PRESS_RELEASE,
  NEWS_REPORT,
  DATASET,
  WEB_PAGE,
  BOOK,
  OTHER
}
