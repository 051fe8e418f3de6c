package org.meetingrecords.importing.popolo;

import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Decisions;
import org.meetingrecords.importing.staging.Span;
import org.meetingrecords.importing.staging.Tally;
import tools.jackson.databind.JsonNode;

/** Motions and the votes on them: a decision for each vote event. */
final class PopoloVotes {

  private static final Map<String, String> OPTIONS =
      Map.ofEntries(
          Map.entry("yes", "YES"),
          Map.entry("aye", "YES"),
          Map.entry("for", "YES"),
          Map.entry("no", "NO"),
          Map.entry("against", "NO"),
          Map.entry("abstain", "ABSTAIN"),
          Map.entry("absent", "ABSENT"),
          Map.entry("not voting", "NOT_VOTING"),
          Map.entry("paired", "PAIRED"));

  private static final Map<String, String> RESULTS =
      Map.of(
          "pass", "ADOPTED",
          "passed", "ADOPTED",
          "adopted", "ADOPTED",
          "fail", "REJECTED",
          "failed", "REJECTED",
          "rejected", "REJECTED");

  /** What is known of a sitting from the motions put to it. */
  private static final class Sitting {
    private final Place place;
    private final String organization;
    private Span held;

    private Sitting(Place place, String organization, Span held) {
      this.place = place;
      this.organization = organization;
      this.held = held;
    }
  }

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final PopoloOrganizations organizations;
  private final PopoloEvents events;
  private final Decisions decisions;
  private final Stage votes;
  private final Map<String, Sitting> sittings = new LinkedHashMap<>();
  private final Map<String, Integer> turns = new HashMap<>();

  PopoloVotes(
      Loader loader,
      DataSet data,
      PopoloIds ids,
      PopoloOrganizations organizations,
      PopoloEvents events) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    this.organizations = organizations;
    this.events = events;
    decisions = new Decisions(loader, data, "absent", "not_voting", "majority_required");
    votes =
        loader.stage(
            "vote",
            "decision_id",
            "actor_id",
            "person_id",
            "group_id",
            "option",
            "name_as_recorded");
  }

  /** A motion with the votes on it; one without any is a decision of which no vote is known. */
  void motion(JsonNode motion, Place place) {
    if (Json.text(motion, "id").isEmpty()) {
      loader.reject(place, "the motion has no id", head(motion));
      return;
    }
    if (motion.path("vote_events").isEmpty()) {
      decision(motion, motion.path("vote_events"), place);
    }
    for (JsonNode event : motion.path("vote_events")) {
      decision(motion, event, place);
    }
  }

  /** A vote on a motion that is an entry of its own, or inside it. */
  void voteEvent(JsonNode event, Place place) {
    JsonNode motion = event.path("motion");
    if ((Json.text(event, "id") + Json.text(event, "motion_id") + Json.text(motion, "id"))
        .isEmpty()) {
      loader.reject(place, "the vote event has no id and no motion", head(event));
      return;
    }
    decision(motion, event, place);
  }

  private static String head(JsonNode entry) {
    String whole = entry.toString();
    return whole.substring(0, Math.min(whole.length(), 200));
  }

  private void decision(JsonNode motion, JsonNode event, Place place) {
    String id = id(motion, event);
    String key = ids.key(id);
    var counts = new Tally();
    for (JsonNode count : event.path("counts")) {
      String option = option(count);
      if (!option.isEmpty()) {
        counts.add(option, count.path("value").asInt(0));
      }
    }
    var cast = votes(event, place, key);
    if (counts.contradicts(cast)) {
      loader.report().note("vote events whose counts are not those of their votes");
    }
    var numbers = counts.or(cast);
    var when = Span.of(first(event, "start_date", motion, "date"));
    if (!when.isKnown()) {
      when = Span.of(Json.text(motion.path("context"), "date"));
    }
    String result = first(event, "result", motion, "result").toLowerCase(Locale.ROOT);
    String title = first(motion, "text", motion, "name");
    decisions.add(
        place,
        key,
        ids.slug(id),
        new Decisions.Ballot(
            meeting(motion, event, when, place),
            title.isEmpty() ? id : title,
            when,
            event.isMissingNode() || event.isEmpty() ? "UNKNOWN" : "RECORDED_VOTE",
            RESULTS.getOrDefault(result, "UNKNOWN")),
        numbers,
        numbers.of("ABSENT"),
        numbers.of("NOT_VOTING"),
        Words.filled(Json.text(motion, "requirement")));
    if (!RESULTS.containsKey(result)) {
      data.recorded(place, "decision", key, "result", result);
    }
    for (String field : new String[] {"classification", "creator_id", "object", "context"}) {
      recorded(place, key, field, motion.path(field));
    }
    for (String scheme : new String[] {"identifiers"}) {
      for (JsonNode identifier : motion.path(scheme)) {
        data.aliases()
            .identifier(
                place,
                "decision",
                key,
                Json.text(identifier, "scheme"),
                Json.text(identifier, "identifier"));
      }
    }
  }

  private void recorded(Place place, String key, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(inner -> recorded(place, key, name + "." + inner.getKey(), inner.getValue()));
    } else if (value.isArray()) {
      recorded(place, key, name, value.path(0));
    } else if (!value.isMissingNode() && !value.isNull()) {
      data.recorded(place, "decision", key, name, value.asString());
    }
  }

  /** The event's own id, else its motion's; a second vote on a motion has its number behind. */
  private String id(JsonNode motion, JsonNode event) {
    String own = Json.text(event, "id");
    if (!own.isEmpty()) {
      return own;
    }
    String id = first(motion, "id", event, "motion_id");
    int turn = turns.merge(id, 1, Integer::sum);
    return turn == 1 ? id : id + "-" + turn;
  }

  private static String first(JsonNode one, String field, JsonNode other, String otherwise) {
    String found = Json.text(one, field);
    return found.isEmpty() ? Json.text(other, otherwise) : found;
  }

  private @Nullable String meeting(JsonNode motion, JsonNode event, Span when, Place place) {
    String session = first(motion, "legislative_session_id", event, "legislative_session_id");
    if (ids.has("meeting", session)) {
      return ids.key(session);
    }
    String sitting = Json.text(motion.path("context"), "sitting");
    if (sitting.isEmpty()) {
      return null;
    }
    String organization = first(motion, "organization_id", event, "organization_id");
    var known =
        sittings.computeIfAbsent(sitting, unknown -> new Sitting(place, organization, when));
    if (when.from() != null
        && when.to() != null
        && known.held.from() != null
        && known.held.to() != null) {
      known.held =
          PopoloEvents.day(
              when.from().isBefore(known.held.from()) ? when.from() : known.held.from(),
              when.to().isAfter(known.held.to()) ? when.to() : known.held.to());
    }
    return ids.slug("sitting " + sitting);
  }

  /** Puts the sittings on stage, of which the motions told. */
  void end() {
    sittings.forEach(
        (sitting, known) -> {
          String key = ids.slug("sitting " + sitting);
          events.meeting(known.place, key, key, sitting, known.organization, known.held);
        });
  }

  /** Puts the votes on stage, and counts them. */
  private Tally votes(JsonNode event, Place place, String decision) {
    var cast = new Tally();
    for (JsonNode vote : event.path("votes")) {
      String option = option(vote);
      String voter = first(vote, "voter_id", vote.path("voter"), "id");
      String name = Json.text(vote.path("voter"), "name");
      if (option.isEmpty() || (voter + name).isEmpty()) {
        loader.reject(place, "a vote has no voter, or an option that is none", vote.toString());
        continue;
      }
      boolean person = ids.has("person", voter);
      boolean organization = !person && ids.has("actor", voter);
      String group = first(vote, "group_id", vote, "party_id");
      cast.add(option, 1);
      loader
          .report()
          .note(
              person
                  ? "votes linked to a person"
                  : organization
                      ? "votes linked to an organization"
                      : "votes whose voter stays as recorded");
      votes.add(
          place,
          decision,
          organization ? ids.key(voter) : null,
          person ? ids.key(voter) : null,
          group.isEmpty() ? null : organizations.key(group, place),
          option,
          person || organization ? Words.filled(name) : name.isEmpty() ? voter : name);
    }
    return cast;
  }

  private static String option(JsonNode vote) {
    return OPTIONS.getOrDefault(Json.text(vote, "option").toLowerCase(Locale.ROOT), "");
  }
}
