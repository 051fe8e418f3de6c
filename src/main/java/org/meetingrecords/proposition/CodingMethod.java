package org.meetingrecords.proposition;

/** How a stance was found. */
enum CodingMethod {
  MANUAL,
  RULE,
  MODEL,
  VOTE_DERIVED,
  IMPORTED
}
