package org.meetingrecords.topic;

import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.link;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class TopicsTest {

  @Autowired private Shelf shelf;
  @Autowired private Topics topics;

  @Test
  void storesATopic() {
    shelf.storesAndReadsBack(
        topics,
        new Topic(
            null,
            0,
            "test-topic",
            "local",
            "7",
            "Export control",
            link(shelf.topic()),
            Set.of(new TopicExactMatch(link(shelf.topic()))),
            NAMES,
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }
}
