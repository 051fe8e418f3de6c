package org.meetingrecords.meeting;

/** Who could follow a meeting. */
enum MeetingAccess {
  OPEN,
  CLOSED,
  PRIVATE,
  UNKNOWN
}
