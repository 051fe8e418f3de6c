package org.meetingrecords.actor;

/** What sort of thing an actor is. */
enum ActorKind {
  STATE,
  HISTORIC_STATE,
  TERRITORY,
  IGO,
  UN_ENTITY,
  SUPRANATIONAL,
  BLOC,
  REGIME,
  GOVERNMENT_BODY,
  PARLIAMENTARY_GROUP,
  POLITICAL_PARTY,
  COALITION,
  INTERNATIONAL_COURT,
  NGO,
  COMPANY,
  OTHER
}
