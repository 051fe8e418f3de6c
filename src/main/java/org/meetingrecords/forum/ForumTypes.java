package org.meetingrecords.forum;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Bodies and series of meetings. */
@Component
class ForumTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Forum", "FO")
        .searched("name", "acronym")
        .value("label", RecordNames.label("{row}.name"))
        .rows("names", RecordNames.NAMES)
        .order("NAME", "name");
  }
}
