package org.meetingrecords.statement;

/** How a text relates to the words that were said. */
enum TextRelation {
  ORIGINAL,
  INTERPRETATION,
  OFFICIAL_TRANSLATION,
  UNOFFICIAL_TRANSLATION,
  MACHINE_TRANSLATION,
  UNKNOWN
}
