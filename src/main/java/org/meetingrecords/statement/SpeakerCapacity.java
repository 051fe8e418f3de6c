package org.meetingrecords.statement;

/** In which capacity someone speaks. */
enum SpeakerCapacity {
  NATIONAL,
  MEMBER,
  CHAIR,
  BRIEFER,
  GROUP_COORDINATOR,
  SECRETARIAT,
  PERSONAL,
  EXPERT,
  GUEST,
  UNKNOWN
}
