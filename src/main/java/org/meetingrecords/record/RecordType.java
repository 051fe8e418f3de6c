package org.meetingrecords.record;

/** The kinds of records. */
public enum RecordType {
  FORUM,
  MEETING,
  ACTOR,
  PERSON,
  POSITION,
  STATEMENT,
  TOPIC,
  INSTRUMENT,
  PROPOSITION,
  DECISION,
  SOURCE
}
