package org.meetingrecords.delegation;

/** As what an actor takes part in a meeting. */
enum DelegationCapacity {
  PARTICIPANT,
  MEMBER,
  NON_MEMBER_STATE,
  CONTRACTING_STATE,
  STATE_PARTY,
  SIGNATORY,
  OBSERVER_STATE,
  OBSERVER_IGO,
  OBSERVER_NGO,
  UN_SYSTEM,
  INVITED_GUEST,
  SECRETARIAT,
  OTHER,
  UNKNOWN
}
