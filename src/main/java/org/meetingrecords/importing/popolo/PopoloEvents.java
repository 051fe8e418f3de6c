package org.meetingrecords.importing.popolo;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;

/** Events as meetings, and the speeches made at them. */
final class PopoloEvents {

  private static final Map<String, String> KINDS =
      Map.of(
          "question", "QUESTION",
          "answer", "ANSWER",
          "scene", "NARRATIVE",
          "narrative", "NARRATIVE",
          "summary", "NARRATIVE",
          "other", "OTHER");

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final PopoloOrganizations organizations;
  private final Stage meetings;
  private final Stage statements;
  private final Stage versions;
  private final Stage speakers;
  private final Map<String, Integer> speeches = new HashMap<>();

  PopoloEvents(Loader loader, DataSet data, PopoloIds ids, PopoloOrganizations organizations) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    this.organizations = organizations;
    meetings = loader.stage("meeting", Span.names("slug", "title", "forum_id", "held*", "city"));
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
                "title",
                "attribution"));
    versions =
        loader.stage("text_version", "statement_id", "language", "record_type", "voice", "body");
    speakers =
        loader.stage("speaker", "statement_id", "person_id", "capacity", "label_as_recorded");
  }

  void event(JsonNode event, Place place) {
    String id = Json.text(event, "id");
    String name = Json.text(event, "name");
    if (id.isEmpty()) {
      loader.reject(place, "the event has no id", event.toString());
      return;
    }
    String key = ids.key(id);
    var started = Span.of(Json.text(event, "start_date"));
    var ended = Span.of(Json.text(event, "end_date"));
    meeting(
        place,
        key,
        ids.slug(id),
        name.isEmpty() ? id : name,
        Json.text(event, "organization_id"),
        held(started, ended));
    data.recorded(place, "meeting", key, "classification", Json.text(event, "classification"));
    data.recorded(place, "meeting", key, "description", Json.text(event, "description"));
    data.recorded(place, "meeting", key, "location", Json.text(event, "location"));
    for (JsonNode identifier : event.path("identifiers")) {
      data.aliases()
          .identifier(
              place,
              "meeting",
              key,
              Json.text(identifier, "scheme"),
              Json.text(identifier, "identifier"));
    }
  }

  void meeting(Place place, String key, String slug, String title, String organization, Span held) {
    meetings.addAs(
        place,
        key,
        Span.columns(slug, title, organizations.forum(organization, place), held, null));
    data.link(place, "meeting", key);
  }

  /** From the first day to the last; where there is only one day, that day. */
  private static Span held(Span started, Span ended) {
    if (!ended.isKnown() || !started.isKnown() || !started.canEndIn(ended)) {
      return started;
    }
    boolean days = "DAY".equals(started.precision()) && "DAY".equals(ended.precision());
    return new Span(
        started.from(),
        ended.to(),
        days ? "DAY" : "INTERVAL",
        started.asRecorded() + " – " + ended.asRecorded());
  }

  void speech(JsonNode speech, Place place) {
    String event = Json.text(speech, "event_id");
    if (!ids.has("meeting", event)) {
      loader.reject(place, "the speech names no event that there is: " + event, speech.toString());
      return;
    }
    int turn = speeches.merge(event, 1, Integer::sum);
    String id = Json.text(speech, "id");
    String slug = ids.slug(id.isEmpty() ? event + " speech " + turn : id);
    String key = id.isEmpty() ? slug : ids.key(id);
    String position = Json.text(speech, "position");
    String type = Json.text(speech, "type");
    String printed = Json.text(speech, "attribution_text");
    var date = Span.of(Json.text(speech, "date"));
    String kind = KINDS.getOrDefault(type, "SPEECH");
    statements.addAs(
        place,
        key,
        Span.columns(
            slug,
            ids.key(event),
            position.matches("\\d{1,9}") ? Integer.valueOf(position) : turn,
            kind,
            kind.equals("NARRATIVE") ? "UNKNOWN" : "SPOKEN",
            date,
            Words.filled(Json.text(speech, "title")),
            Words.filled(printed)));
    data.link(place, "statement", key);
    for (String field : new String[] {"audio", "video", "role"}) {
      data.recorded(place, "statement", key, field, Json.text(speech, field));
    }
    String language = Words.language(Json.text(speech, "language"));
    String text = Json.text(speech, "text");
    if (!text.isEmpty()) {
      versions.add(
          place,
          key,
          language == null ? "und" : language,
          "TRANSCRIPT",
          kind.equals("NARRATIVE") ? "THIRD_PERSON" : "FIRST_PERSON",
          text);
    }
    speaker(speech, place, key, printed);
  }

  private void speaker(JsonNode speech, Place place, String statement, String printed) {
    String creator = Json.text(speech, "creator_id");
    String name = Json.text(speech, "creator_name");
    boolean known = ids.has("person", creator);
    String label = !printed.isEmpty() ? printed : !name.isEmpty() ? name : known ? "" : creator;
    if (known || !label.isEmpty()) {
      loader.report().note(known ? "speakers linked to a person" : "speakers who stay as recorded");
      speakers.add(
          place, statement, known ? ids.key(creator) : null, "UNKNOWN", Words.filled(label));
    }
  }

  /** A sitting that only the motions put to it tell of. */
  static Span day(LocalDate from, LocalDate to) {
    return new Span(from, to, "DAY", from.equals(to) ? from.toString() : from + " – " + to);
  }
}
