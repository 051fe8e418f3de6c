package org.meetingrecords.proposition;

/** What the words of a stance do. */
enum SpeechAct {
  CALLS_FOR,
  URGES,
  REQUESTS,
  RECOMMENDS,
  SUPPORTS,
  REAFFIRMS,
  WELCOMES,
  NOTES,
  REGRETS,
  CONDEMNS,
  PROPOSES,
  ANNOUNCES,
  REJECTS,
  ACCEPTS
}
