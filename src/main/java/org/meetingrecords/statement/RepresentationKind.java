package org.meetingrecords.statement;

/** How a statement speaks for somebody besides its own delegation. */
enum RepresentationKind {
  ON_BEHALF_OF,
  ALSO_NATIONAL,
  ALIGNED_WITH,
  JOINT_AUTHOR,
  ASSOCIATED_AFTERWARDS
}
