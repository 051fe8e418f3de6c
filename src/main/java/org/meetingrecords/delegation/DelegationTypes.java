package org.meetingrecords.delegation;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.springframework.stereotype.Component;

/** Who is in the room: delegations and the people in them. */
@Component
class DelegationTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .node("Delegation", "DE")
        .order("NAME_AS_RECORDED", "name_as_recorded")
        .order("CAPACITY", "capacity")
        .orderOver("ACTOR", "actor_id", "actor", "name")
        .orderOver("HELD", "meeting_id", "meeting", "held_from");
    types.node("Delegate", "DT");
  }
}
