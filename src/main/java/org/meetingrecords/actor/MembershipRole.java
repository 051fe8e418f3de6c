package org.meetingrecords.actor;

/** As what an actor belongs to a group. */
enum MembershipRole {
  MEMBER,
  OBSERVER,
  CANDIDATE,
  ASSOCIATE,
  COORDINATOR,
  CHAIR
}
