package org.meetingrecords.meeting;

/** Whether a meeting took place. */
enum MeetingStatus {
  PLANNED,
  HELD,
  CANCELLED,
  POSTPONED,
  SUSPENDED,
  RESUMED,
  UNKNOWN
}
