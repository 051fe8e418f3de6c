package org.meetingrecords.decision;

/** What became of a proposal. */
enum DecisionResult {
  ADOPTED,
  REJECTED,
  NOT_ADOPTED,
  VETOED,
  NO_ACTION_TAKEN,
  ADJOURNED,
  WITHDRAWN,
  DEFERRED,
  UNKNOWN
}
