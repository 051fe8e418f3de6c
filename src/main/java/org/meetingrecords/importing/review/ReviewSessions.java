package org.meetingrecords.importing.review;

import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Meetings;
import org.meetingrecords.importing.staging.Span;

/** The Working Group on the Universal Periodic Review and its sessions. */
final class ReviewSessions {

  private static final Meetings.Body BODY =
      new Meetings.Body(
          "upr-working-group", "Working Group on the Universal Periodic Review", "UPR");

  /** The last session of which the year is known here. */
  private static final int LAST_KNOWN = 26;

  private final DataSet set;
  private final Meetings meetings;

  ReviewSessions(Loader loader, DataSet set) {
    this.set = set;
    meetings = new Meetings(loader, BODY);
  }

  /** Three sessions a year from 2008 on, but two in 2012. The files have no dates at all. */
  static Span held(int session) {
    if (session > LAST_KNOWN) {
      return Span.NONE;
    }
    return Span.year(
        session <= 14 ? 2008 + Math.min((session - 1) / 3, 4) : 2013 + (session - 15) / 3, null);
  }

  /** The key of a session, which from then on is a meeting. */
  String session(int number, Place place) {
    String key = "upr-session=" + number;
    if (set.linkOnce(place, "meeting", key)) {
      meetings.add(
          place,
          key,
          "upr-session-" + number,
          Words.ordinal(number) + " session of the Working Group on the Universal Periodic Review",
          number,
          held(number));
    }
    return key;
  }
}
