package org.meetingrecords.instrument;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.link;

import java.time.LocalDate;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class InstrumentsTest {

  @Autowired private Shelf shelf;
  @Autowired private Instruments instruments;

  @Test
  void storesAnInstrument() {
    shelf.storesAndReadsBack(
        instruments,
        new Instrument(
            null,
            0,
            "test-treaty",
            InstrumentKind.TREATY,
            "A treaty",
            "NPT",
            "S/1",
            LocalDate.of(1968, 6, 12),
            LocalDate.of(1968, 7, 1),
            LocalDate.of(1970, 3, 5),
            LocalDate.of(2070, 3, 5),
            Set.of(
                action(TreatyActionKind.RATIFICATION, null),
                action(TreatyActionKind.RESERVATION, "Not so.")),
            NAMES,
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }

  @Test
  void storesAnObjectionToAReservation() {
    long instrument = shelf.instrument();
    var empty = instruments.findById(instrument).orElseThrow();
    instruments.save(with(empty, Set.of(action(TreatyActionKind.RESERVATION, "Not so."))));
    var one = instruments.findById(instrument).orElseThrow();
    var reservation = one.treatyActions().iterator().next();
    var objection =
        new TreatyAction(
            null,
            null,
            "A state",
            TreatyActionKind.OBJECTION,
            null,
            null,
            null,
            null,
            reservation.id(),
            Set.of());

    instruments.save(with(one, Set.of(objection, reservation)));
    shelf.checkLinks();
    assertThat(instruments.findById(instrument).orElseThrow().treatyActions()).hasSize(2);
  }

  private TreatyAction action(TreatyActionKind kind, String text) {
    return new TreatyAction(
        null,
        link(shelf.actor()),
        "A state",
        kind,
        "a",
        LocalDate.of(1980, 1, 1),
        LocalDate.of(1980, 2, 1),
        text,
        null,
        Set.of(new TreatyActionSource(link(shelf.source()), null)));
  }

  private static Instrument with(Instrument instrument, Set<TreatyAction> actions) {
    return new Instrument(
        instrument.id(),
        instrument.version(),
        instrument.slug(),
        instrument.kind(),
        instrument.title(),
        instrument.shortName(),
        instrument.symbol(),
        instrument.adoptedOn(),
        instrument.openedForSignatureOn(),
        instrument.inForceOn(),
        instrument.terminatedOn(),
        actions,
        instrument.names(),
        instrument.identifiers(),
        instrument.provenance(),
        instrument.createdAt(),
        instrument.updatedAt());
  }
}
