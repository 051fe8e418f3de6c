package org.meetingrecords.delegation;

/** What someone is in a delegation. */
enum DelegateRole {
  HEAD,
  DEPUTY_HEAD,
  ALTERNATE,
  MEMBER,
  ADVISER,
  EXPERT,
  UNKNOWN
}
