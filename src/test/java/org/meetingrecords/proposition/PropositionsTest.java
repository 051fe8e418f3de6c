package org.meetingrecords.proposition;

import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.record.RecordType;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PropositionsTest {

  @Autowired private Shelf shelf;
  @Autowired private Propositions propositions;
  @Autowired private Stances stances;

  @Test
  void storesAProposition() {
    shelf.storesAndReadsBack(
        propositions,
        new Proposition(
            null,
            0,
            "test-proposition",
            "The regime should be kept.",
            Set.of(new PropositionTopic(link(shelf.topic()))),
            NAMES,
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }

  @Test
  void storesAStance() {
    long statement = shelf.statement(shelf.meeting());
    shelf.storesAndReadsBack(
        stances,
        new Stance(
            null,
            link(shelf.actor()),
            "the delegation",
            link(statement),
            new RecordReference(shelf.proposition(), RecordType.PROPOSITION),
            StancePosition.CONDITIONAL_SUPPORT,
            "yes, if",
            SpeechAct.URGES,
            "if all agree",
            "sample",
            CodingMethod.MANUAL,
            0.9,
            CodingStatus.ACCEPTED,
            Set.of(
                new StanceEvidence(shelf.text(statement), "One two", 0, 7, null, null),
                new StanceEvidence(null, "One", null, null, link(shelf.source()), "headline")),
            Set.of(new StanceSource(link(shelf.source()), null))));
  }
}
