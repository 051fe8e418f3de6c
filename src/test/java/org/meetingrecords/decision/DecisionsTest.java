package org.meetingrecords.decision;

import static org.meetingrecords.Shelf.DAY;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DecisionsTest {

  @Autowired private Shelf shelf;
  @Autowired private Decisions decisions;

  @Test
  void storesADecision() {
    long meeting = shelf.meeting();
    shelf.storesAndReadsBack(
        decisions,
        new Decision(
            null,
            0,
            "test-decision",
            link(meeting),
            "A decision",
            "A/RES/64/54",
            "A/64/L.1",
            DAY,
            3,
            DecisionMethod.RECORDED_VOTE,
            DecisionResult.ADOPTED,
            Set.of(DecisionLevel.PARAGRAPH, DecisionLevel.AMENDMENT),
            link(shelf.instrument()),
            link(shelf.instrument()),
            shelf.agendaItem(meeting),
            2,
            1,
            0,
            0,
            4,
            "two thirds",
            Set.of(new DecisionTopic(link(shelf.topic()))),
            Set.of(
                new Vote(
                    null,
                    link(shelf.actor()),
                    null,
                    link(shelf.actor()),
                    VoteOption.NO,
                    VoteOption.YES,
                    true,
                    "China",
                    "CHN"),
                new Vote(
                    null,
                    null,
                    link(shelf.person()),
                    null,
                    VoteOption.YES,
                    null,
                    false,
                    null,
                    null),
                new Vote(null, null, null, null, VoteOption.ABSTAIN, null, false, "Nobody", null)),
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }
}
