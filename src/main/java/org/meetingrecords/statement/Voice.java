package org.meetingrecords.statement;

/** Whether a text gives the words or reports them. */
enum Voice {
  FIRST_PERSON,
  THIRD_PERSON,
  UNKNOWN
}
