package org.meetingrecords.statement;

/** What sort of piece of a text a segment is. */
enum SegmentKind {
  PARAGRAPH,
  HEADING,
  NOTE,
  INCIDENT,
  GAP
}
