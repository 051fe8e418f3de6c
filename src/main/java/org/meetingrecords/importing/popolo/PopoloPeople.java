package org.meetingrecords.importing.popolo;

import java.util.Map;
import java.util.Set;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;

/** People, without what is nobody's business. */
final class PopoloPeople {

  static final Set<String> PRIVATE =
      Set.of(
          "birth_date",
          "death_date",
          "gender",
          "sex",
          "image",
          "images",
          "email",
          "contact_details",
          "national_identity",
          "biography");

  /** Fields that are read elsewhere, or that say what others say already. */
  private static final Set<String> TAKEN =
      Set.of("id", "name", "identifiers", "other_names", "memberships", "links");

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final Stage people;

  PopoloPeople(Loader loader, DataSet data, PopoloIds ids) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    people = loader.stage("person", "slug", "name");
  }

  void add(JsonNode person, Place place) {
    String id = Json.text(person, "id");
    String name = Json.text(person, "name");
    if (id.isEmpty() || name.isEmpty()) {
      loader.reject(place, "the person has no id or no name", person.toString());
      return;
    }
    String key = ids.key(id);
    people.addAs(place, key, Words.slug(name, "person"), name);
    data.link(place, "person", key);
    about(data, loader, person, place, "person", key, TAKEN);
  }

  /** What people and organisations have alike: identifiers, names, links and further fields. */
  static void about(
      DataSet data,
      Loader loader,
      JsonNode entry,
      Place place,
      String type,
      String key,
      Set<String> taken) {
    for (JsonNode identifier : entry.path("identifiers")) {
      data.aliases()
          .identifier(
              place,
              type,
              key,
              Json.text(identifier, "scheme"),
              Json.text(identifier, "identifier"));
    }
    for (JsonNode other : entry.path("other_names")) {
      name(data, other, place, type, key);
    }
    for (JsonNode link : entry.path("links")) {
      data.recorded(
          place, type, key, ("link " + Json.text(link, "note")).strip(), Json.text(link, "url"));
    }
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      String value =
          field.getValue().isValueNode()
              ? field.getValue().asString("")
              : field.getValue().toString();
      if (taken.contains(field.getKey()) || value.isBlank() || field.getValue().isNull()) {
        continue;
      }
      if (PRIVATE.contains(field.getKey())) {
        if (!field.getValue().isArray() || !field.getValue().isEmpty()) {
          loader.report().note("left out on purpose: %s of %s".formatted(field.getKey(), type));
        }
      } else {
        data.recorded(place, type, key, field.getKey(), value);
      }
    }
  }

  private static void name(DataSet data, JsonNode other, Place place, String type, String key) {
    String text = Json.text(other, "name");
    if (text.isEmpty()) {
      return;
    }
    var started = Span.of(Json.text(other, "start_date"));
    var ended = Span.of(Json.text(other, "end_date"));
    data.aliases()
        .name(
            place,
            type,
            key,
            text,
            Words.language(Json.text(other, "lang")),
            ended.isKnown() ? "FORMER" : "ALIAS",
            started,
            started.canEndIn(ended) ? ended : Span.NONE);
  }
}
