package org.meetingrecords.importing.assembly;

import java.time.LocalDate;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Meetings;
import org.meetingrecords.importing.staging.Span;

/** The United Nations General Assembly and its sessions, the same from whatever set they come. */
final class GeneralAssembly {

  static final String SESSION = "unga-session=";

  private static final Meetings.Body BODY =
      new Meetings.Body("un-general-assembly", "United Nations General Assembly", "UNGA");

  private final DataSet set;
  private final Meetings meetings;

  GeneralAssembly(Loader loader, DataSet set) {
    this.set = set;
    meetings = new Meetings(loader, BODY);
  }

  /** The key of a session, which from then on is a meeting. */
  String session(int number, Place place) {
    String key = SESSION + number;
    if (set.linkOnce(place, "meeting", key)) {
      // The first session was in 1946, and a session may go on until the next one begins.
      int year = 1945 + number;
      meetings.add(
          place,
          key,
          "unga-session-" + number,
          Words.ordinal(number) + " session of the United Nations General Assembly",
          number,
          new Span(LocalDate.of(year, 1, 1), LocalDate.of(year + 1, 12, 31), "INTERVAL", null));
    }
    return key;
  }
}
