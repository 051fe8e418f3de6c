package org.meetingrecords.actor;

/** How one actor followed another. */
enum SuccessionKind {
  CONTINUATION,
  SUCCESSION,
  MERGER,
  SEPARATION,
  RENAMING
}
