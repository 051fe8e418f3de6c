package org.meetingrecords.statement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetingrecords.Shelf.DAY;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.record.RecordType;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class StatementsTest {

  @Autowired private Shelf shelf;
  @Autowired private Statements statements;

  @Test
  void storesAStatement() {
    long meeting = shelf.meeting();
    long text = shelf.text(shelf.statement(meeting));
    var stored =
        shelf.storesAndReadsBack(
            statements,
            new Statement(
                null,
                0,
                "test-statement",
                link(meeting),
                shelf.meetingPart(meeting),
                link(shelf.delegation(meeting)),
                7,
                StatementKind.SPEECH,
                Delivery.SPOKEN,
                DAY,
                "10 a.m.",
                "On talks",
                "Mr. Fu (China)",
                "zh",
                "He spoke.",
                true,
                link(shelf.statement(meeting)),
                Set.of(new StatementAgendaItem(shelf.agendaItem(meeting))),
                Set.of(
                    new Speaker(
                        null,
                        link(shelf.person()),
                        link(shelf.position()),
                        link(shelf.actor()),
                        SpeakerCapacity.NATIONAL,
                        "Mr. Fu",
                        0.5),
                    new Speaker(null, null, null, null, SpeakerCapacity.CHAIR, "The Chair", null)),
                Set.of(
                    new Representation(
                        null, link(shelf.actor()), RepresentationKind.ON_BEHALF_OF, "the group")),
                Set.of(new Addressee(link(shelf.actor()))),
                Set.of(
                    new TextVersion(
                        null,
                        "en",
                        TextRelation.ORIGINAL,
                        RecordedAs.VERBATIM_RECORD,
                        Voice.FIRST_PERSON,
                        "One two\nthree",
                        Set.of(new Segment(1, SegmentKind.NOTE, "n1", 0, 7)),
                        Set.of(new TextVersionSource(link(shelf.source()), "p. 4"))),
                    new TextVersion(
                        null,
                        "fr",
                        TextRelation.UNKNOWN,
                        RecordedAs.MEDIA_REPORT,
                        Voice.THIRD_PERSON,
                        null,
                        Set.of(),
                        Set.of())),
                Set.of(new StatementTopic(link(shelf.topic()))),
                Set.of(
                    new Citation(
                        null,
                        new RecordReference(shelf.instrument(), RecordType.INSTRUMENT),
                        "the Treaty",
                        CitationFunction.INVOKES,
                        "Article VI",
                        Set.of(
                            new CitationEvidence(text, "One", 0, 3, null, null),
                            new CitationEvidence(
                                null, null, null, null, link(shelf.source()), "headline"))),
                    new Citation(null, null, "a paper", CitationFunction.MENTIONS, null, Set.of())),
                IDENTIFIERS,
                shelf.provenance(),
                null,
                null));
    String row = " from statement where id = " + stored.id();
    assertThat(shelf.value(Integer.class, "select word_count" + row)).isEqualTo(3);
    assertThat(shelf.value(Integer.class, "select version" + row)).isEqualTo(stored.version());
    assertThat(shelf.value(Boolean.class, "select actor_id is not null" + row)).isTrue();
  }
}
