package org.meetingrecords.delegation;

import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class DelegationsTest {

  @Autowired private Shelf shelf;
  @Autowired private Delegations delegations;

  @Test
  void storesADelegation() {
    shelf.storesAndReadsBack(
        delegations,
        new Delegation(
            null,
            link(shelf.meeting()),
            link(shelf.actor()),
            DelegationCapacity.PARTICIPANT,
            "ROK",
            "KR",
            Set.of(
                new Delegate(
                    null,
                    link(shelf.person()),
                    link(shelf.position()),
                    DelegateRole.HEAD,
                    "the head",
                    Set.of(new DelegateSource(link(shelf.source()), null)))),
            Set.of(new DelegationSource(link(shelf.source()), "p. 3"))));
  }
}
