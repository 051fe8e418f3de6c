package org.meetingrecords.importing.council;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;

/** Puts speeches on stage, with the delegations and groups that they were made for. */
final class CouncilStatements {

  private static final Pattern BETWEEN_NAMES =
      Pattern.compile(
          ",|\\bas well as\\b|\\bas Chair\\b|\\band\\b| - |\\bnamely\\b|\\bon behalf of\\b");

  /** Before the name of a group, as in "the 120 States members of the Non-Aligned Movement". */
  private static final Pattern MEMBERS_OF =
      Pattern.compile("(?i)^(the |all )?(\\d+ )?((states|countries|members|member) )+of (the )?");

  private final Loader loader;
  private final DataSet set;
  private final CouncilParticipants participants;
  private final CouncilMeetings meetings;
  private final CouncilSpeakers speakers;
  private final CouncilDelivery delivery;
  private final Map<CouncilRow, CouncilParticipants.Participant> sides = new IdentityHashMap<>();
  private final Stage delegations;
  private final Stage statements;
  private final Stage representations;

  CouncilStatements(Loader loader, DataSet set, List<CouncilRow> rows) {
    this.loader = loader;
    this.set = set;
    meetings = new CouncilMeetings(loader, set);
    meetings.learn(rows);
    meetings.write();
    participants = new CouncilParticipants(loader, set);
    participants.learn(rows);
    speakers = new CouncilSpeakers(loader, set);
    delivery = new CouncilDelivery(meetings);
    for (CouncilRow row : rows) {
      var side = participants.of(row);
      sides.put(row, side);
      speakers.learn(row, side);
      delivery.learn(row);
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
            "part_id",
            "delegation_id",
            "sequence",
            "kind",
            "delivery",
            "delivered_from",
            "delivered_to",
            "delivered_precision",
            "delivered_as_recorded",
            "attribution",
            "language",
            "procedural");
    representations =
        loader
            .stage("representation", "statement_id", "actor_id", "kind", "name_as_recorded")
            .repeating();
  }

  static String key(CouncilRow row) {
    return CouncilDebates.KEY + "=" + row.id();
  }

  void write(CouncilRow row) {
    var side = sides.get(row);
    if (side == null) {
      return;
    }
    String key = key(row);
    var words = row.words();
    boolean onlyPresides = row.presides() && words.ownCapacity() == null;
    String delegation = delegation(row, side);
    String spokenFor = onlyPresides ? null : delegation;
    statements.addAs(
        row.place(),
        key,
        Words.slug(row.id()),
        CouncilMeetings.key(row.document()),
        meetings.part(row),
        spokenFor,
        meetings.sequence(row),
        delivery.kind(row, side),
        delivery.of(row, side),
        row.day(),
        row.day(),
        "DAY",
        row.date(),
        words.attribution() == null ? printed(row) : words.attribution(),
        words.language(),
        onlyPresides
            && words.briefing() == null
            && row.document().isVerbatim()
            && !words.authorized());
    set.link(row.place(), "statement", key, row.place().file() + ", line " + row.place().line());
    for (int i = 0; i < CouncilRow.KEPT.size(); i++) {
      set.recorded(row.place(), "statement", key, CouncilRow.KEPT.get(i), row.kept().get(i));
    }
    meetings.topic(row, key);
    speakers.add(row, side, spokenFor);
    if (words.onBehalfOf() != null && !onlyPresides) {
      represent(row, key, side.actor(), words.onBehalfOf());
    }
  }

  private static String printed(CouncilRow row) {
    if (row.speaker().isEmpty()) {
      return row.country();
    }
    return row.country().isEmpty()
        ? row.speaker()
        : "%s (%s)".formatted(row.speaker(), row.country());
  }

  private @Nullable String delegation(CouncilRow row, CouncilParticipants.Participant side) {
    boolean sent =
        switch (side.sort()) {
          case STATE, ORGANISATION -> true;
          case UNKNOWN -> !row.country().isEmpty();
          case UNITED_NATIONS, GUEST, PERSON -> false;
        };
    if (!sent) {
      return null;
    }
    String meeting = CouncilMeetings.key(row.document());
    String key = meeting + "/" + (side.actor() == null ? row.country() : side.actor());
    delegations.addAs(
        row.place(),
        key,
        meeting,
        side.actor(),
        side.capacity(),
        row.country().isEmpty() ? null : row.country());
    return key;
  }

  /** Groups and states that the words name; what is none of them stays as said. */
  private void represent(CouncilRow row, String key, @Nullable String own, String said) {
    var whole = named(said, row);
    if (whole != null) {
      represent(row, key, own, whole, said);
      return;
    }
    boolean any = false;
    for (String part : BETWEEN_NAMES.split(said)) {
      String actor = part.isBlank() ? null : named(part.strip(), row);
      if (actor != null) {
        any = true;
        represent(row, key, own, actor, part.strip());
      }
    }
    if (!any) {
      loader.report().note("speeches on behalf of someone who stays as recorded: " + said);
      representations.add(row.place(), key, null, "ON_BEHALF_OF", said);
    }
  }

  private @Nullable String named(String name, CouncilRow row) {
    return participants.named(MEMBERS_OF.matcher(name).replaceFirst(""), row.day()).orElse(null);
  }

  private void represent(
      CouncilRow row, String key, @Nullable String own, String actor, String said) {
    if (!actor.equals(own)) {
      loader.report().note("speeches on behalf of someone who was found");
      representations.add(row.place(), key, actor, "ON_BEHALF_OF", said);
    }
  }
}
