package org.meetingrecords.position;

import static org.meetingrecords.Shelf.DAY;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.YEAR;
import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PositionsTest {

  @Autowired private Shelf shelf;
  @Autowired private Positions positions;
  @Autowired private Tenures tenures;

  @Test
  void storesAPosition() {
    shelf.storesAndReadsBack(
        positions,
        new Position(
            null,
            0,
            "test-head",
            "Head",
            PositionRank.DIRECTOR_GENERAL,
            link(shelf.actor()),
            NAMES,
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }

  @Test
  void storesATenure() {
    shelf.storesAndReadsBack(
        tenures,
        new Tenure(
            null,
            link(shelf.person()),
            link(shelf.position()),
            DAY,
            YEAR,
            true,
            link(shelf.actor()),
            Set.of(
                new Attestation(DAY, "Head", link(shelf.source())),
                new Attestation(YEAR, "Head", null)),
            Set.of(new TenureSource(link(shelf.source()), null))));
  }
}
