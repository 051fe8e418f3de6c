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
        .order("CAPACITY", "capacity");
    types.node("Delegate", "DT");
  }
}
