package org.meetingrecords.decision;

/** On what a decision was taken. */
enum DecisionLevel {
  WHOLE,
  PARAGRAPH,
  AMENDMENT,
  PROCEDURAL
}
