package org.meetingrecords.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The Working Group on the Universal Periodic Review and its sessions. */
final class ReviewSessions {

  private static final String FORUM = "upr-working-group";

  /** The last session of which the year is known here. */
  private static final int LAST_KNOWN = 26;

  private final CitedFiles set;
  private final Stage meetings;
  private final Set<Integer> told = new HashSet<>();

  ReviewSessions(Loader loader, CitedFiles set) {
    this.set = set;
    loader
        .stage("forum", "slug", "name", "acronym", "kind")
        .addAs(
            new Place("", 0),
            FORUM,
            FORUM,
            "Working Group on the Universal Periodic Review",
            "UPR",
            "STANDING_BODY");
    meetings =
        loader.stage(
            "meeting",
            "slug",
            "title",
            "forum_id",
            "ordinal",
            "held_from",
            "held_to",
            "held_precision",
            "status");
  }

  /** Three sessions a year from 2008 on, but two in 2012. The files have no dates at all. */
  static @Nullable Integer year(int session) {
    if (session > LAST_KNOWN) {
      return null;
    }
    return session <= 14 ? 2008 + Math.min((session - 1) / 3, 4) : 2013 + (session - 15) / 3;
  }

  /** The key of a session, which from then on is a meeting. */
  String session(int number, Place place) {
    String key = "upr-session=" + number;
    if (told.add(number)) {
      Integer year = year(number);
      meetings.addAs(
          place,
          key,
          "upr-session-" + number,
          GeneralAssembly.ordinal(number)
              + " session of the Working Group on the Universal Periodic Review",
          FORUM,
          number,
          year == null ? null : LocalDate.of(year, 1, 1),
          year == null ? null : LocalDate.of(year, 12, 31),
          year == null ? null : "YEAR",
          "HELD");
      set.linkOnce(place, "meeting", key);
    }
    return key;
  }
}
