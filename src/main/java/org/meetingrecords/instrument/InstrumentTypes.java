package org.meetingrecords.instrument;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Treaties and other instruments, and what states do with them. */
@Component
class InstrumentTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Instrument", "IN")
        .searched("title", "short_name", "symbol")
        .value("label", RecordNames.label("{row}.title"))
        .rows("names", RecordNames.NAMES)
        .rows(
            "parties",
            Relation.from(
                    "treaty_parties({parent}.id, {asOf}) party (id) join actor {row} on {row}.id = party.id")
                .order("name"))
        .rows("treatyActions", Relation.of("treaty_action", "instrument_id").order("date"))
        .order("TITLE", "title")
        .order("ADOPTED", "adopted_on")
        .order("IN_FORCE", "in_force_on");
    types
        .node("TreatyAction", "TA")
        .order("DATE", "date")
        .order("PARTICIPANT", "participant_as_recorded")
        .orderOver("ACTOR", "actor_id", "actor", "name")
        .orderOver("INSTRUMENT", "instrument_id", "instrument", "title");
    types
        .extend("Actor")
        .rows("treatyActions", Relation.of("treaty_action", "actor_id").order("date"));
  }
}
