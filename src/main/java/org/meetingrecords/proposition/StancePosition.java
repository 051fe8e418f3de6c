package org.meetingrecords.proposition;

/** How far someone is for or against. */
enum StancePosition {
  STRONGLY_SUPPORT,
  SUPPORT,
  CONDITIONAL_SUPPORT,
  NEUTRAL,
  CONCERN,
  OPPOSE,
  STRONGLY_OPPOSE,
  AMBIGUOUS
}
