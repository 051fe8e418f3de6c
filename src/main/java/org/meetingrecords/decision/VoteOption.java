package org.meetingrecords.decision;

/** What someone voted. */
enum VoteOption {
  YES,
  NO,
  ABSTAIN,
  NOT_PARTICIPATING,
  ABSENT,
  NOT_VOTING,
  PAIRED
}
