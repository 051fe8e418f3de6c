package org.meetingrecords.person;

import static org.assertj.core.api.Assertions.assertThat;
import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;

import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class PeopleTest {

  @Autowired private Shelf shelf;
  @Autowired private People people;

  @Test
  void storesAPerson() {
    var stored =
        shelf.storesAndReadsBack(
            people,
            new Person(
                null,
                0,
                "test-person",
                "Fu Cong",
                NAMES,
                IDENTIFIERS,
                shelf.provenance(),
                null,
                null));
    assertThat(stored.version()).isEqualTo(2);
    assertThat(stored.createdAt()).isNotNull();
  }
}
