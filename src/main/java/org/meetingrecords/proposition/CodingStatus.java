package org.meetingrecords.proposition;

/** Whether a stance has been accepted. */
enum CodingStatus {
  PROPOSED,
  ACCEPTED,
  REJECTED,
  SUPERSEDED
}
