package org.meetingrecords.importing.popolo;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
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

  /** Fields of a motion that are read, or whose place another field may take. */
  private static final Set<String> OF_MOTION =
      Set.of(
          "id",
          "identifiers",
          "text",
          "name",
          "date",
          "result",
          "requirement",
          "organization_id",
          "legislative_session_id",
          "vote_events");

  private static final Set<String> OF_EVENT =
      Set.of(
          "id",
          "identifiers",
          "motion",
          "motion_id",
          "start_date",
          "result",
          "organization_id",
          "legislative_session_id",
          "counts",
          "votes");

  private static final Set<String> OF_VOTE =
      Set.of("voter_id", "voter", "option", "group_id", "party_id");

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final PopoloOrganizations organizations;
  private final PopoloMotions motions;
  private final PopoloSittings sittings;
  private final Decisions decisions;
  private final Stage votes;
  private final Map<String, Integer> turns = new HashMap<>();

  PopoloVotes(
      Loader loader,
      DataSet data,
      PopoloIds ids,
      PopoloOrganizations organizations,
      PopoloEvents events,
      PopoloMotions motions) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    this.organizations = organizations;
    this.motions = motions;
    sittings = new PopoloSittings(data, ids, events);
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
    if (motion.path("vote_events").isEmpty() && !motions.isVotedOn(motion)) {
      decision(motion, motion.path("vote_events"), place);
    }
    for (JsonNode event : motion.path("vote_events")) {
      decision(motion, event, place);
    }
  }

  /** A vote on a motion that is an entry of its own, or inside the event. */
  void voteEvent(JsonNode event, Place place) {
    JsonNode motion = motions.of(event);
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
    var counts = counts(event, place, key);
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
            sittings.meeting(motion, event, when, place, key),
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
    identifiers(motion, place, key);
    identifiers(event, place, key);
    further(motion, event, place, key);
  }

  /** The numbers that the event prints; of an option that is none they stay as recorded. */
  private Tally counts(JsonNode event, Place place, String key) {
    var counts = new Tally();
    var others = new TreeMap<String, Integer>();
    for (JsonNode count : event.path("counts")) {
      String option = option(count);
      int number = count.path("value").asInt(0);
      if (option.isEmpty()) {
        others.merge(Json.text(count, "option"), number, Integer::sum);
      } else {
        counts.add(option, number);
      }
    }
    others.forEach(
        (option, number) ->
            data.recorded(place, "decision", key, ("counts " + option).strip(), number.toString()));
    return counts;
  }

  private void identifiers(JsonNode entry, Place place, String key) {
    for (JsonNode identifier : entry.path("identifiers")) {
      data.aliases()
          .identifier(
              place,
              "decision",
              key,
              Json.text(identifier, "scheme"),
              Json.text(identifier, "identifier"));
    }
  }

  /** What motion and event say beyond the decision that they become. */
  private void further(JsonNode motion, JsonNode event, Place place, String key) {
    if (!Json.text(event, "id").isEmpty()) {
      String id = first(motion, "id", event, "motion_id");
      data.recorded(place, "decision", key, "motion_id", id);
    }
    second(motion, "name", Json.text(motion, "text"), place, key);
    second(motion, "date", Json.text(event, "start_date"), place, key);
    second(motion, "result", Json.text(event, "result"), place, key);
    untaken(motion, OF_MOTION, place, key);
    untaken(event, OF_EVENT, place, key);
  }

  /** Keeps what stood back behind another field, where the two differ. */
  private void second(JsonNode motion, String field, String taken, Place place, String key) {
    String value = Json.text(motion, field);
    if (!taken.isEmpty() && !taken.equals(value)) {
      data.recorded(place, "decision", key, field, value);
    }
  }

  private void untaken(JsonNode entry, Set<String> taken, Place place, String key) {
    for (Map.Entry<String, JsonNode> field : entry.properties()) {
      if (!taken.contains(field.getKey())) {
        recorded(place, key, field.getKey(), field.getValue());
      }
    }
  }

  /** Each value by its path; the entries of a list from the second on have their number behind. */
  private void recorded(Place place, String key, String name, JsonNode value) {
    if (value.isObject()) {
      value
          .properties()
          .forEach(inner -> recorded(place, key, name + "." + inner.getKey(), inner.getValue()));
    } else if (value.isArray()) {
      for (int i = 0; i < value.size(); i++) {
        recorded(place, key, i == 0 ? name : name + " " + (i + 1), value.path(i));
      }
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

  static String first(JsonNode one, String field, JsonNode other, String otherwise) {
    String found = Json.text(one, field);
    return found.isEmpty() ? Json.text(other, otherwise) : found;
  }

  /** Puts the sittings on stage, of which the motions told. */
  void end() {
    sittings.end();
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
      vote.propertyNames().stream()
          .filter(field -> !OF_VOTE.contains(field))
          .forEach(field -> loader.report().note("left out: %s of vote".formatted(field)));
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
