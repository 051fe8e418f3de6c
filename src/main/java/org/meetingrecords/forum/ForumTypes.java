package org.meetingrecords.forum;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.Naming;
import org.springframework.stereotype.Component;

/** Bodies and series of meetings. */
@Component
class ForumTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Forum", "FO")
        .value("label", Naming.label("{row}.name"))
        .rows("names", Naming.NAMES)
        .order("NAME", "name");
  }
}
