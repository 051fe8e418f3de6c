package org.meetingrecords.person;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** People in public roles. */
@Component
class PersonTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Person", "PE")
        .searched("name")
        .value("label", RecordNames.label("{row}.name"))
        .rows("names", RecordNames.NAMES)
        .order("NAME", "name");
  }
}
