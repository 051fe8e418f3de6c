package org.meetingrecords.actor;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Actors, who followed whom, and who belonged to which group. */
@Component
class ActorTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Actor", "AC")
        .searched("name", "short_name", "iso3")
        .value("label", RecordNames.labelOfEnglish("{row}.name"))
        .rows("names", RecordNames.NAMES)
        .rows("predecessors", Relation.of("succession", "to_id").order("\"on\"", "id"))
        .rows("successors", Relation.of("succession", "from_id").order("\"on\"", "id"))
        .rows("memberships", memberships("member_id"))
        .rows("members", memberships("group_id"))
        .filterSome(
            "continuedBy",
            "Actor",
            Relation.through("actor_continuation", "actor_id", "actor", "continued_by_id"),
            "Such an actor is this one or continues it, as Russia continues the Soviet Union.")
        .order("NAME", "name")
        .order("FOUNDED", "founded_from");
    types.value("Succession");
    types
        .node("Membership", "MB")
        .value("certainty", certainty("null"))
        .order("STARTED", "started_from")
        .orderOver("GROUP", "group_id", "actor", "name")
        .orderOver("MEMBER", "member_id", "actor", "name");
  }

  /** Those that known dates do not exclude on the day asked about, each with how sure that is. */
  private static Relation memberships(String column) {
    return Relation.of("membership", column)
        .where(
            "[[possible_on({row}.started_from, {row}.started_to, {row}.ended_from, {row}.ended_to, {asOf}) and ]]true")
        .order("started_from", "id")
        .value("certainty", certainty("{asOf}"));
  }

  private static String certainty(String day) {
    return "membership_certainty({row}.started_from, {row}.started_to, {row}.ended_from, {row}.ended_to, %s)"
        .formatted(day);
  }
}
