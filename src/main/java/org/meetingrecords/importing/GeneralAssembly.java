package org.meetingrecords.importing;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;

/** The United Nations General Assembly and its sessions, the same from whatever set they come. */
final class GeneralAssembly {

  static final String SESSION = "unga-session=";

  private static final String FORUM = "un-general-assembly";

  private final Stage meetings;
  private final Set<Integer> told = new HashSet<>();

  GeneralAssembly(Loader loader) {
    var forums = loader.stage("forum", "slug", "name", "acronym", "kind");
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
    forums.addAs(
        new Place("", 0), FORUM, FORUM, "United Nations General Assembly", "UNGA", "STANDING_BODY");
  }

  /** The key of a session, which from then on is a meeting. */
  String session(int number, Place place) {
    String key = SESSION + number;
    if (told.add(number)) {
      // The first session was in 1946, and a session may go on until the next one begins.
      int year = 1945 + number;
      meetings.addAs(
          place,
          key,
          "unga-session-" + number,
          ordinal(number) + " session of the United Nations General Assembly",
          FORUM,
          number,
          LocalDate.of(year, 1, 1),
          LocalDate.of(year + 1, 12, 31),
          "INTERVAL",
          "HELD");
    }
    return key;
  }

  static String ordinal(int number) {
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    String ending =
        teen
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return String.format(Locale.ROOT, "%d%s", number, ending);
  }
}
