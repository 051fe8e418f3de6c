package org.meetingrecords.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetingrecords.Shelf.DAY;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.YEAR;
import static org.meetingrecords.Shelf.link;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.meetingrecords.record.NameKind;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class MeetingsTest {

  @Autowired private Shelf shelf;
  @Autowired private Meetings meetings;

  @Test
  void storesAMeeting() {
    shelf.storesAndReadsBack(meetings, meeting());
  }

  @Test
  void savesAMeetingThatHasStatements() {
    long meeting = meetings.save(meeting()).id();
    var stored = meetings.findById(meeting).orElseThrow();
    long part = stored.parts().iterator().next().id();
    long item = stored.agenda().iterator().next().id();
    long statement = shelf.statement(meeting);
    shelf.run("update statement set part_id = " + part + " where id = " + statement);
    shelf.run("insert into statement_agenda_item values (" + statement + ", " + item + ")");

    meetings.save(stored);
    shelf.checkLinks();
  }

  @Test
  void storesPartsOfParts() {
    long meeting = meetings.save(meeting()).id();
    long session = shelf.meetingPart(meeting);
    shelf.run(
        "update meeting_part set parent_id = %d where id <> %1$d and meeting_id = %d"
            .formatted(session, meeting));
    var stored = meetings.findById(meeting).orElseThrow();

    meetings.save(stored);
    shelf.checkLinks();
    assertThat(meetings.findById(meeting).orElseThrow().parts()).isEqualTo(stored.parts());
  }

  private Meeting meeting() {
    return new Meeting(
        null,
        0,
        "test-meeting",
        "16th Talks",
        link(shelf.forum()),
        16,
        DAY,
        MeetingMode.VIRTUAL,
        MeetingStatus.HELD,
        MeetingAccess.CLOSED,
        "Tokyo",
        link(shelf.actor()),
        21,
        "21 countries",
        Completeness.PARTIAL,
        Set.of(
            new MeetingRole(null, MeetingRoleKind.HOST, link(shelf.actor()), null, "the host"),
            new MeetingRole(null, MeetingRoleKind.CHAIR, null, link(shelf.person()), null)),
        Set.of(
            new MeetingPart(
                null,
                MeetingPartKind.PLENARY_MEETING,
                1,
                "Opening",
                "A/1/PV.1",
                LocalDate.of(2020, 12, 9),
                "10:00",
                "13:00",
                null,
                Set.of(new MeetingPartIdentifier("test", "part")))),
        Set.of(
            new AgendaItem(
                null,
                "1",
                "Opening",
                null,
                "A/1",
                Set.of(new AgendaItemName("Ouverture", "fr", NameKind.ALIAS, DAY, YEAR)))),
        Set.of(new MeetingTopic(link(shelf.topic()))),
        NAMES,
        IDENTIFIERS,
        shelf.provenance(),
        null,
        null);
  }
}
