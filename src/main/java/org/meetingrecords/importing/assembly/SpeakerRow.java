package org.meetingrecords.importing.assembly;

import java.util.Optional;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.names.States;

/** A row of the table of speakers, with the state it means. */
record SpeakerRow(
    Place place,
    int year,
    int session,
    String code,
    String country,
    String name,
    String post,
    Optional<States.Found> state) {

  SpeakerRow with(Optional<States.Found> other) {
    return new SpeakerRow(place, year, session, code, country, name, post, other);
  }
}
