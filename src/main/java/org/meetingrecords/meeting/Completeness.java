package org.meetingrecords.meeting;

/** Whether all of something is known. */
enum Completeness {
  COMPLETE,
  PARTIAL,
  UNKNOWN
}
