package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
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
      write(said(row, text), row, text);
    }
    var paired = new HashSet<>(pairs.values());
    for (DebateText text : texts) {
      if (!paired.contains(text)) {
        report.note("texts without a row in the table of speakers");
        write(said(text), null, text);
      }
    }
  }

  /**
   * What is known of a statement by a row, by a text, or by both, of which the row counts.
   *
   * @param speaker the name as the row prints it
   * @param locator where the source has it
   */
  private record Said(
      int session,
      int year,
      String id,
      Place place,
      @Nullable String actor,
      String country,
      String code,
      @Nullable String speaker,
      String locator) {}

  private Said said(SpeakerRow row, @Nullable DebateText text) {
    return new Said(
        row.session(),
        row.year(),
        text == null ? without(row) : text.id(),
        row.place(),
        row.state().map(States.Found::slug).orElse(null),
        row.country(),
        row.code(),
        Words.filled(row.name()),
        text == null ? table + ", row " + row.place().line() : text.file());
  }

  private static Said said(DebateText text) {
    return new Said(
        text.session(),
        text.year(),
        text.id(),
        new Place(text.file(), 0),
        text.state().map(States.Found::slug).orElse(null),
        "",
        text.code(),
        null,
        text.file());
  }

  private void write(Said said, @Nullable SpeakerRow row, @Nullable DebateText text)
      throws IOException {
    String body = text == null ? null : bodies.body(text);
    if (text != null && body == null) {
      return; // rejected
    }
    String meeting = assembly.session(said.session(), said.place());
    if (set.isNew("meeting_part", meeting)) {
      parts.addAs(said.place(), meeting, meeting, "SEGMENT", "General debate");
    }
    String delegation = delegation(said, meeting);
    String key = statement(said, meeting, delegation);
    if (row != null) {
      speakers.add(row, key, delegation, said.actor());
    }
    if (body != null) {
      versions.add(said.place(), key, "en", "UNKNOWN", "VERBATIM_RECORD", "FIRST_PERSON", body);
    }
  }

  private String delegation(Said said, String meeting) {
    String actor = said.actor();
    String delegation =
        meeting + "/" + (actor == null ? said.country() + "/" + said.code() : actor);
    delegations.addAs(
        said.place(),
        delegation,
        meeting,
        actor,
        "PARTICIPANT",
        Words.filled(said.country()),
        Words.filled(said.code()));
    return delegation;
  }

  private String statement(Said said, String meeting, String delegation) {
    String key = STATEMENT + said.id();
    statements.addAs(
        said.place(),
        key,
        "ungdc-" + Words.slug(said.id()),
        meeting,
        meeting,
        delegation,
        "GENERAL_DEBATE",
        "SPOKEN",
        LocalDate.of(said.year(), 1, 1),
        LocalDate.of(said.year(), 12, 31),
        "YEAR",
        Integer.toString(said.year()),
        said.speaker());
    set.link(said.place(), "statement", key, said.locator());
    return key;
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
