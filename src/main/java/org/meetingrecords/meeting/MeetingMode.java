package org.meetingrecords.meeting;

/** Where the participants of a meeting were. */
enum MeetingMode {
  IN_PERSON,
  VIRTUAL,
  HYBRID,
  WRITTEN,
  UNKNOWN
}
