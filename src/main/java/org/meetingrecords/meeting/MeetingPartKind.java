package org.meetingrecords.meeting;

/** What sort of part a meeting has. */
enum MeetingPartKind {
  SESSION,
  RESUMED_SESSION,
  PLENARY_MEETING,
  COMMITTEE_MEETING,
  SITTING,
  HIGH_LEVEL_SEGMENT,
  SEGMENT,
  WORKING_GROUP,
  SIDE_EVENT
}
