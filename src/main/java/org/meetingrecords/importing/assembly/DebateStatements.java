package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;

/** Puts statements and all that hangs on them on stage. */
final class DebateStatements {

  private static final String STATEMENT = "ungdc=";

  private final Loader loader;
  private final String table;
  private final DebateTexts bodies;
  private final GeneralAssembly assembly;
  private final DataSet set;
  private final DebateSpeakers speakers;
  private final Stage parts;
  private final Stage delegations;
  private final Stage statements;
  private final Stage versions;
  private final Set<String> ids = new HashSet<>();

  DebateStatements(Loader loader, DataSet set, String table, DebateTexts bodies) {
    this.loader = loader;
    this.table = table;
    this.bodies = bodies;
    this.set = set;
    assembly = new GeneralAssembly(loader, set);
    parts = loader.stage("meeting_part", "meeting_id", "kind", "title");
    delegations =
        loader
            .stage(
                "delegation",
                "meeting_id",
                "actor_id",
                "capacity",
                "name_as_recorded",
                "code_as_recorded")
            .repeating();
    statements =
        loader.stage(
            "statement",
            "slug",
            "meeting_id",
            "part_id",
            "delegation_id",
            "kind",
            "delivery",
            "delivered_from",
            "delivered_to",
            "delivered_precision",
            "delivered_as_recorded",
            "attribution");
    versions = Passages.texts(loader);
    speakers = new DebateSpeakers(loader, set);
  }

  /** Writes each row with its text, then the texts that have no row. */
  void write(List<SpeakerRow> rows, List<DebateText> texts) throws IOException {
    for (DebateText text : texts) {
      ids.add(text.id());
    }
    var pairs = Pairing.pairs(rows, texts);
    var report = loader.report();
    for (SpeakerRow row : rows) {
      DebateText text = pairs.get(row);
      report.note(
          text == null ? "rows without a text" : "texts with their row in the table of speakers");
      write(row, text);
    }
    var paired = new HashSet<>(pairs.values());
    for (DebateText text : texts) {
      if (!paired.contains(text)) {
        report.note("texts without a row in the table of speakers");
        write(null, text);
      }
    }
  }

  private void write(@Nullable SpeakerRow row, @Nullable DebateText text) throws IOException {
    int session;
    int year;
    String id;
    Place place;
    Optional<States.Found> state;
    String country = "";
    String code;
    if (row != null) {
      session = row.session();
      year = row.year();
      place = row.place();
      state = row.state();
      country = row.country();
      code = row.code();
      id = text == null ? without(row) : text.id();
    } else if (text != null) {
      session = text.session();
      year = text.year();
      place = new Place(text.file(), 0);
      state = text.state();
      code = text.code();
      id = text.id();
    } else {
      return;
    }
    String body = null;
    if (text != null) {
      body = bodies.body(text);
      if (body == null) {
        return; // rejected
      }
    }
    String meeting = assembly.session(session, place);
    if (set.isNew("meeting_part", meeting)) {
      parts.addAs(place, meeting, meeting, "SEGMENT", "General debate");
    }
    String actor = state.map(States.Found::slug).orElse(null);
    String delegation = meeting + "/" + (actor == null ? country + "/" + code : actor);
    delegations.addAs(
        place,
        delegation,
        meeting,
        actor,
        "PARTICIPANT",
        country.isEmpty() ? null : country,
        code.isEmpty() ? null : code);
    String key = STATEMENT + id;
    statements.addAs(
        place,
        key,
        "ungdc-" + Words.slug(id),
        meeting,
        meeting,
        delegation,
        "GENERAL_DEBATE",
        "SPOKEN",
        LocalDate.of(year, 1, 1),
        LocalDate.of(year, 12, 31),
        "YEAR",
        Integer.toString(year),
        row == null || row.name().isEmpty() ? null : row.name());
    set.link(place, "statement", key, text == null ? table + ", row " + place.line() : text.file());
    if (row != null) {
      speakers.add(row, key, delegation, actor);
    }
    if (body != null) {
      versions.add(place, key, "en", "UNKNOWN", "VERBATIM_RECORD", "FIRST_PERSON", body);
    }
  }

  private String without(SpeakerRow row) {
    String code = row.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
    String wanted =
        "%s_%02d_%d"
            .formatted(
                code.isEmpty() ? Words.slug(row.country()) : code, row.session(), row.year());
    String id = wanted;
    for (int turn = 2; !ids.add(id); turn++) {
      id = wanted + "-" + turn;
    }
    return id;
  }
}
