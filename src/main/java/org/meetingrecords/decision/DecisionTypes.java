package org.meetingrecords.decision;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** What meetings decided, and who voted what. */
@Component
class DecisionTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Decision", "DC")
        .searched("title", "symbol")
        .value("label", RecordNames.label("{row}.title"))
        .rows(
            "topics",
            Relation.through("decision_topic", "decision_id", "topic", "topic_id").order("name"))
        .rows("votes", Relation.of("vote", "decision_id"))
        .order("DECIDED", "decided_from")
        .order("SEQUENCE", "sequence");
    types
        .node("Vote", "VO")
        .order("NAME_AS_RECORDED", "name_as_recorded")
        .order("OPTION", "option")
        .orderOver("ACTOR", "actor_id", "actor", "name")
        .orderOver("DECIDED", "decision_id", "decision", "decided_from");
    types
        .extend("Meeting")
        .rows("decisions", Relation.of("decision", "meeting_id").order("sequence"));
  }
}
