package org.meetingrecords.importing.council;

import java.util.HashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.council.CouncilParticipants.Participant;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Posts;
import org.meetingrecords.importing.names.SpokenNames;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Offices;
import org.meetingrecords.importing.staging.Span;

/** Puts those who spoke on stage, in each capacity in which they did, with their offices. */
final class CouncilSpeakers {

  private static final String PERSON = CouncilDebates.KEY + "-speaker=";
  private static final String SECRETARY_GENERAL = "The Secretary-General";

  /** How sure a person is who was found by a part of the name or over a wrong letter. */
  private static final double BY_PART = 0.9;

  private final Loader loader;
  private final DataSet set;
  private final Map<String, SpokenNames> names = new HashMap<>();
  private final Stage people;
  private final Stage aliases;
  private final Offices offices;
  private final Stage delegates;
  private final Stage speakers;

  CouncilSpeakers(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    people = loader.stage("person", "slug", "name");
    aliases = loader.stage("name", Stage.RECORD_TABLE, "record_id", "text", "kind");
    offices = new Offices(loader, set);
    delegates =
        loader
            .stage("delegate", "delegation_id", "person_id", "role", "label_as_recorded")
            .repeating();
    speakers =
        loader.stage(
            "speaker",
            "statement_id",
            "person_id",
            "position_id",
            "affiliation_id",
            "capacity",
            "label_as_recorded",
            "confidence");
  }

  static boolean isSecretaryGeneral(CouncilRow row) {
    return row.speaker().equals(SECRETARY_GENERAL);
  }

  /** Takes in a printed name, so that the other spellings of the same person are known. */
  void learn(CouncilRow row, Participant side) {
    if (!isSecretaryGeneral(row) && !row.speaker().isEmpty()) {
      names.computeIfAbsent(side(row, side), unknown -> new SpokenNames()).add(row.speaker());
    }
  }

  private static String side(CouncilRow row, Participant side) {
    String actor = side.actor();
    return actor == null ? States.plain(row.country()) : actor.substring(actor.indexOf('=') + 1);
  }

  void add(CouncilRow row, Participant side, @Nullable String delegation) {
    String person = person(row, side);
    Double confidence = person == null ? null : confidence(row, side);
    String label = row.speaker().isEmpty() ? null : row.speaker();
    if (row.presides()) {
      addPresident(row, side.actor(), person, label, confidence);
    } else {
      addSpeaker(row, side, person, label, confidence);
    }
    if (delegation != null && (person != null || label != null)) {
      delegates.add(row.place(), delegation, person, "UNKNOWN", person == null ? label : null);
    }
  }

  /** The chair, and in which other capacities its words say that it speaks. */
  private void addPresident(
      CouncilRow row,
      @Nullable String actor,
      @Nullable String person,
      @Nullable String label,
      @Nullable Double confidence) {
    String office =
        offices.office(row.place(), CouncilMeetings.BODY.slug(), "President", "EXECUTIVE_HEAD");
    String shown = label == null ? CouncilRow.PRESIDENT : CouncilRow.PRESIDENT + ", " + label;
    add(row, person, office, actor, "CHAIR", shown, confidence);
    attest(row, person, office, actor, CouncilRow.PRESIDENT);
    String briefing = row.words().briefing();
    if (briefing != null) {
      add(row, person, null, actor, "BRIEFER", briefing, confidence);
    }
    String own = row.words().ownCapacity();
    if (own != null) {
      String post =
          office(
              row, own.replaceFirst(" of (the )?" + Pattern.quote(row.country()) + "$", ""), actor);
      add(row, person, post, actor, "NATIONAL", own, confidence);
      attest(row, person, post, null, own);
    }
  }

  private void addSpeaker(
      CouncilRow row,
      Participant side,
      @Nullable String person,
      @Nullable String label,
      @Nullable Double confidence) {
    String actor = side.actor();
    String post =
        isSecretaryGeneral(row)
            ? offices.office(
                row.place(),
                CouncilParticipants.UNITED_NATIONS,
                "Secretary-General",
                "EXECUTIVE_HEAD")
            : office(row, row.post(), actor);
    String shown = label == null && actor == null ? row.country() : label;
    add(row, person, post, actor, capacity(row, side), shown, confidence);
    attest(row, person, post, null, row.post());
  }

  private static String capacity(CouncilRow row, Participant side) {
    return switch (side.sort()) {
      case STATE -> "NATIONAL";
      case ORGANISATION ->
          side.capacity().equals("OTHER") || "european-union".equals(side.actor())
              ? "GROUP_COORDINATOR"
              : "GUEST";
      case UNITED_NATIONS -> isSecretaryGeneral(row) ? "SECRETARIAT" : "BRIEFER";
      case GUEST, PERSON -> "BRIEFER";
      case UNKNOWN -> "UNKNOWN";
    };
  }

  private void add(
      CouncilRow row,
      @Nullable String person,
      @Nullable String position,
      @Nullable String actor,
      String capacity,
      @Nullable String label,
      @Nullable Double confidence) {
    speakers.add(
        row.place(),
        CouncilStatements.key(row),
        person,
        position,
        actor,
        capacity,
        label,
        confidence);
    loader.report().note("speakers " + (person == null ? "without a person" : "with a person"));
  }

  private @Nullable String person(CouncilRow row, Participant side) {
    if (isSecretaryGeneral(row) || row.speaker().isEmpty()) {
      return null;
    }
    String of = side(row, side);
    var known = names.get(of);
    var one = known == null ? null : known.person(row.speaker()).orElse(null);
    if (one == null) {
      loader.report().note("names of two people, of whom one spoke: " + row.speaker());
      return null;
    }
    String key = PERSON + of + "/" + one.plain();
    if (set.linkOnce(row.place(), "person", key)) {
      String slug = Words.slug(one.name());
      people.addAs(row.place(), key, slug.isEmpty() ? "speaker" : slug, one.name());
      one.spellings().stream()
          .filter(spelling -> !spelling.equals(one.name()))
          .forEach(spelling -> aliases.add(row.place(), "person", key, spelling, "ALIAS"));
      if (one.spellings().size() > 1) {
        loader
            .report()
            .note("people under several spellings: " + String.join(" = ", one.spellings()));
      }
    }
    return key;
  }

  private @Nullable Double confidence(CouncilRow row, Participant side) {
    var known = names.get(side(row, side));
    return known == null
            || known
                .person(row.speaker())
                .filter(one -> SpokenNames.isWhole(row.speaker(), one))
                .isPresent()
        ? null
        : BY_PART;
  }

  /** The office of a printed post; none where the words name no office. */
  private @Nullable String office(CouncilRow row, String printed, @Nullable String actor) {
    if (printed.isBlank()
        || actor == null
        || printed.matches("(the )?(representative|national capacity)")) {
      return null;
    }
    return Posts.of(printed)
        .map(post -> offices.office(row.place(), actor, post.title(), post.rank()))
        .orElse(null);
  }

  private void attest(
      CouncilRow row,
      @Nullable String person,
      @Nullable String office,
      @Nullable String onBehalfOf,
      String label) {
    if (person == null || office == null) {
      return;
    }
    offices.attest(
        row.place(), person, office, false, onBehalfOf, Span.day(row.day(), row.date()), label);
  }
}
