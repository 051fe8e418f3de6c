package org.meetingrecords.topic;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Subjects from controlled vocabularies. */
@Component
class TopicTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Topic", "TO")
        .searched("name")
        .value("label", RecordNames.label("{row}.name"))
        .rows("names", RecordNames.NAMES)
        .rows("narrower", Relation.of("topic", "broader_id").order("name"))
        .rows(
            "exactMatches",
            Relation.through("topic_exact_match", "topic_id", "topic", "match_id").order("name"))
        .order("NAME", "name")
        .order("NOTATION", "notation");
  }
}
