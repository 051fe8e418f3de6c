package org.meetingrecords.meeting;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Meetings, what they consist of, and who hosts and chairs them. */
@Component
class MeetingTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Meeting", "ME")
        .searched("title")
        .value("label", RecordNames.label("{row}.title"))
        .rows("names", RecordNames.NAMES)
        .rows(
            "hosts",
            Relation.through("meeting_host", "meeting_id", "actor", "actor_id").order("link.id"))
        .rows(
            "topics",
            Relation.through("meeting_topic", "meeting_id", "topic", "topic_id").order("name"))
        .order("HELD", "held_from")
        .order("TITLE", "title")
        .order("ORDINAL", "ordinal")
        .orderOver("FORUM", "forum_id", "forum", "name");
    types.node("MeetingRole", "MR");
    types
        .node("MeetingPart", "MP")
        .rows(
            "identifiers",
            Relation.of("meeting_part_identifier", "meeting_part_id").order("scheme", "value"));
    types
        .node("AgendaItem", "AI")
        .rows("names", Relation.of("agenda_item_name", "agenda_item_id").order("id"));
    types.extend("Forum").rows("meetings", Relation.of("meeting", "forum_id").order("held_from"));
  }
}
