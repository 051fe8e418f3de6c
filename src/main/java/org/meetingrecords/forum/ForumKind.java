package org.meetingrecords.forum;

/** What sort of body or series a forum is. */
enum ForumKind {
  STANDING_BODY,
  TREATY_CONFERENCE,
  DIALOGUE,
  SUMMIT,
  AD_HOC,
  PARLIAMENT,
  OTHER
}
