package org.meetingrecords.statement;

/** How a statement reached the meeting. */
enum Delivery {
  SPOKEN,
  READ_OUT,
  VIDEO_MESSAGE,
  WRITTEN_ONLY,
  UNKNOWN
}
