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
import org.meetingrecords.importing.staging.Proceedings;
import org.meetingrecords.importing.staging.Span;

/** Puts what was said on stage, in its order, with its text. */
final class AkomaNtosoStatements {

  private final AkomaNtosoAgenda agenda;
  private final Proceedings proceedings;
  private final Stage statementItems;
  private final Set<String> ids = new HashSet<>();
  private String meeting = "";
  private String slug = "";
  private int sequence;

  AkomaNtosoStatements(Loader loader, DataSet data, AkomaNtosoAgenda agenda) {
    this.agenda = agenda;
    proceedings = new Proceedings(loader, data, "UNKNOWN", "procedural");
    statementItems =
        loader.stage("statement_agenda_item", "statement_id", "agenda_item_id").repeating();
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
    proceedings.add(
        place,
        key,
        name,
        new Proceedings.Contribution(
            meeting,
            sequence,
            kind,
            day,
            attribution == null ? null : Words.filled(attribution),
            language),
        text,
        agenda.isProcedural());
    agenda.item().ifPresent(item -> statementItems.add(place, key, item));
    return key;
  }
}
