package org.meetingrecords.source;

import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.link;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class SourcesTest {

  @Autowired private Shelf shelf;
  @Autowired private Sources sources;

  @Test
  void storesASource() {
    var rests = new SourceLink(link(shelf.source()), "p. 1");
    var assertion =
        new Assertion("title", "Talks", link(shelf.source()), null, AssertionStatus.DISPUTED);
    var recorded = new RecordedField("column_7", "x", link(shelf.source()));
    shelf.storesAndReadsBack(
        sources,
        new Source(
            null,
            0,
            "test-report",
            "A report",
            SourceKind.NEWS_REPORT,
            "A publisher",
            "An author",
            "An editor",
            "https://example.org/report",
            LocalDate.of(2020, 12, 16),
            LocalDate.of(2021, 1, 1),
            "en",
            SourceAuthority.STATE_MEDIA,
            "CC BY 4.0",
            "A report, 2020",
            IDENTIFIERS,
            new Provenance(Set.of(rests), Set.of(assertion), Set.of(recorded)),
            null,
            null));
  }
}
