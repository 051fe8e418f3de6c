package org.meetingrecords.person;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.Naming;
import org.springframework.stereotype.Component;

/** People in public roles. */
@Component
class PersonTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Person", "PE")
        .value("label", Naming.label("{row}.name"))
        .rows("names", Naming.NAMES)
        .order("NAME", "name");
  }
}
