package org.meetingrecords.actor;

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
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ActorsTest {

  @Autowired private Shelf shelf;
  @Autowired private Actors actors;

  @Test
  void storesAnActor() {
    var predecessor =
        new Succession(link(shelf.actor()), SuccessionKind.SEPARATION, LocalDate.of(1991, 12, 26));
    var membership =
        new Membership(
            null,
            link(shelf.actor()),
            MembershipRole.MEMBER,
            DAY,
            YEAR,
            Set.of(new MembershipSource(link(shelf.source()), "p. 2")));
    var stored =
        shelf.storesAndReadsBack(
            actors,
            new Actor(
                null,
                0,
                "test-china",
                "China",
                "PRC",
                ActorKind.STATE,
                "CN",
                "CHN",
                DAY,
                YEAR,
                link(shelf.actor()),
                Set.of(predecessor),
                Set.of(membership),
                NAMES,
                IDENTIFIERS,
                shelf.provenance(),
                null,
                null));
    assertThat(actors.findBySlug("test-china")).contains(stored);
  }
}
