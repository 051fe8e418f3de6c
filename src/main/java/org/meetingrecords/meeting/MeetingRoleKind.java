package org.meetingrecords.meeting;

/** What someone is to a meeting. */
enum MeetingRoleKind {
  HOST,
  CO_HOST,
  ORGANIZER,
  CHAIR,
  VICE_CHAIR,
  RAPPORTEUR,
  FACILITATOR,
  SECRETARIAT,
  DEPOSITARY
}
