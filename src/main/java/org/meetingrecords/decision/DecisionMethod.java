package org.meetingrecords.decision;

/** How a decision was taken. */
enum DecisionMethod {
  CONSENSUS,
  WITHOUT_VOTE,
  RECORDED_VOTE,
  NON_RECORDED_VOTE,
  SECRET_BALLOT,
  SILENCE_PROCEDURE,
  ACCLAMATION,
  UNKNOWN
}
