package org.meetingrecords.importing.akomantoso;

import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;
import org.meetingrecords.importing.staging.Span;

/** Puts what was said on stage, in its order, with its text. */
final class AkomaNtosoStatements {

  static final String NARRATIVE = "NARRATIVE";

  private final DataSet data;
  private final AkomaNtosoAgenda agenda;
  private final Stage statements;
  private final Stage statementItems;
  private final Stage versions;
  private final Stage segments;
  private final Set<String> ids = new HashSet<>();
  private String meeting = "";
  private String slug = "";
  private int sequence;

  AkomaNtosoStatements(Loader loader, DataSet data, AkomaNtosoAgenda agenda) {
    this.data = data;
    this.agenda = agenda;
    statements =
        loader.stage(
            "statement",
            Span.names(
                "slug",
                "meeting_id",
                "sequence",
                "kind",
                "delivery",
                "delivered*",
                "attribution",
                "language",
                "procedural"));
    statementItems =
        loader.stage("statement_agenda_item", "statement_id", "agenda_item_id").repeating();
    versions = Passages.texts(loader);
    segments = Passages.stage(loader);
  }

  /** Begins the statements of this meeting. */
  void begin(String ofMeeting, String slugOfMeeting) {
    meeting = ofMeeting;
    slug = slugOfMeeting;
    ids.clear();
    sequence = 0;
  }

  /**
   * Adds the next statement and gives its key.
   *
   * @param id of its element; may be empty, or have come before
   */
  String add(
      Place place,
      String id,
      String kind,
      Passages text,
      @Nullable String attribution,
      @Nullable String language,
      Span day) {
    sequence++;
    boolean own = !id.isEmpty() && ids.add(id);
    String name = slug + "-" + (own ? Words.slug(id, "s" + sequence) : sequence);
    String key = own ? meeting + "#" + id : name;
    boolean spoken = !kind.equals(NARRATIVE);
    statements.addAs(
        place,
        key,
        Span.columns(
            name,
            meeting,
            sequence,
            kind,
            spoken ? "SPOKEN" : "UNKNOWN",
            day,
            attribution == null ? null : Words.filled(attribution),
            language,
            agenda.isProcedural()));
    data.link(place, "statement", key);
    agenda.item().ifPresent(item -> statementItems.add(place, key, item));
    if (!text.isEmpty()) {
      versions.addAs(
          place,
          key,
          key,
          language == null ? "und" : language,
          "UNKNOWN",
          "VERBATIM_RECORD",
          spoken ? "FIRST_PERSON" : "THIRD_PERSON",
          text.body());
      text.stage(segments, place, key);
    }
    return key;
  }
}
