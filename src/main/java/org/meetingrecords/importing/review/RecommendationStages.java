package org.meetingrecords.importing.review;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;

/** Puts recommendations on stage: who made them, to whom, about what, and the answer. */
final class RecommendationStages {

  /** Stands for a state whose code is not known. */
  private static final String NO_CODE = "XXX";

  private final Loader loader;
  private final DataSet set;
  private final ReviewSessions sessions;
  private final States states;
  private final Map<String, String> codes = new HashMap<>();
  private final Map<String, Long> counts = new LinkedHashMap<>();
  private final Stage delegations;
  private final Stage statements;
  private final Stage addressees;
  private final Stage versions;
  private final Stage topics;
  private final Stage statementTopics;
  private final Stage stances;
  private final Stage evidence;

  RecommendationStages(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    sessions = new ReviewSessions(loader, set);
    states = loader.states();
    try (var statement = loader.connection().createStatement();
        var rows =
            statement.executeQuery(
                "/* RecommendationStages.new */ select slug, iso3 from actor where iso3 is not null")) {
      while (rows.next()) {
        codes.put(rows.getString(1), rows.getString(2));
      }
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
    delegations =
        loader
            .stage("delegation", "meeting_id", "actor_id", "capacity", "name_as_recorded")
            .repeating();
    statements =
        loader.stage(
            "statement",
            "slug",
            "meeting_id",
            "delegation_id",
            "kind",
            "delivered_from",
            "delivered_to",
            "delivered_precision",
            "attribution");
    addressees = loader.stage("addressee", "statement_id", "actor_id");
    versions = Passages.texts(loader);
    topics = loader.stage("topic", "slug", "scheme", "notation", "name");
    statementTopics = loader.stage("statement_topic", "statement_id", "topic_id");
    stances =
        loader.stage(
            "stance",
            "holder_id",
            "holder_as_recorded",
            Stage.RECORD_TABLE,
            "target_id",
            "position",
            "position_as_recorded",
            "speech_act",
            "coder",
            "method",
            "status");
    evidence = loader.stage("stance_source", "stance_id", "source_id", "locator");
  }

  /** Counts how often each recommendation came, so that a repeat is told from the first. */
  void add(Recommendation row, Map<String, Integer> repeats) {
    var held = ReviewSessions.held(row.session());
    String meeting = sessions.session(row.session(), row.place());
    var reviewed = state(row.to(), row, held.to(), "reviewed");
    var recommending = state(row.from(), row, held.to(), "recommending");
    String id =
        "S%02d-%s-%s-%s".formatted(row.session(), code(reviewed), code(recommending), row.hash());
    int turn = repeats.merge(id, 1, Integer::sum);
    if (turn > 1) {
      id += "-" + turn;
      count("recommendations that repeat an earlier one word for word");
    }
    String key = Recommendations.KEY + "=" + id;
    statements.addAs(
        row.place(),
        key,
        "upr-" + Words.slug(id),
        meeting,
        delegation(row, meeting, recommending, row.from()),
        "RECOMMENDATION",
        held.from(),
        held.to(),
        held.precision(),
        row.from().isEmpty() ? null : row.from());
    delegation(row, meeting, reviewed, row.to());
    String locator = row.place().file() + ", line " + row.place().line();
    set.link(row.place(), "statement", key, locator);
    row.kept()
        .forEach(
            each -> set.recorded(row.place(), "statement", key, each.getKey(), each.getValue()));
    versions.add(row.place(), key, "en", "UNKNOWN", "SUMMARY_RECORD", "UNKNOWN", row.text());
    if (reviewed == null) {
      set.recorded(row.place(), "statement", key, "To", row.to());
    } else {
      addressees.add(row.place(), key, reviewed);
    }
    topics(row, key);
    stances.addAs(
        row.place(),
        key,
        reviewed,
        row.to(),
        "statement",
        key,
        row.position(),
        row.response(),
        row.speechAct(),
        "UPR Info",
        "IMPORTED",
        "ACCEPTED");
    evidence.add(row.place(), key, set.source(), locator);
    count("answers: " + row.response());
  }

  private void topics(Recommendation row, String statement) {
    if (row.issues().isEmpty()) {
      count("recommendations without an issue");
    }
    for (String issue : row.issues()) {
      String topic = Words.slug("upr " + issue);
      if (set.linkOnce(row.place(), "topic", topic)) {
        topics.addAs(row.place(), topic, topic, Recommendations.KEY, issue, issue);
      }
      statementTopics.add(row.place(), statement, topic);
    }
  }

  private @Nullable String state(
      String name, Recommendation row, @Nullable LocalDate day, String role) {
    if (name.isEmpty() || name.equals("(Unknown)")) {
      count("%s states that the file does not name".formatted(role));
      return null;
    }
    var found = states.find("", name, day == null ? LocalDate.now(java.time.ZoneOffset.UTC) : day);
    count(
        found.isPresent()
            ? "%s states found by name".formatted(role)
            : "%s states that stay as recorded: %s".formatted(role, name));
    return found.map(States.Found::slug).orElse(null);
  }

  private String code(@Nullable String state) {
    return state == null ? NO_CODE : codes.getOrDefault(state, NO_CODE);
  }

  private @Nullable String delegation(
      Recommendation row, String meeting, @Nullable String state, String name) {
    if (name.isEmpty() || name.equals("(Unknown)")) {
      return null;
    }
    String key = meeting + "/" + (state == null ? name : state);
    if (set.isNew("delegation", key)) {
      delegations.addAs(row.place(), key, meeting, state, "PARTICIPANT", name);
    }
    return key;
  }

  private void count(String what) {
    counts.merge(what, 1L, Long::sum);
  }

  /** Tells the report what was counted. */
  void close() {
    counts.forEach(loader.report()::note);
  }
}
