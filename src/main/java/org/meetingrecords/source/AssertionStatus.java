package org.meetingrecords.source;

/** Which of several sources is followed. */
enum AssertionStatus {
  PREFERRED,
  ALTERNATIVE,
  DISPUTED,
  RETRACTED
}
