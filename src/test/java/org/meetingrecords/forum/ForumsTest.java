package org.meetingrecords.forum;

import static org.meetingrecords.Shelf.IDENTIFIERS;
import static org.meetingrecords.Shelf.NAMES;
import static org.meetingrecords.Shelf.link;

import org.junit.jupiter.api.Test;
import org.meetingrecords.DatabaseTest;
import org.meetingrecords.Shelf;
import org.springframework.beans.factory.annotation.Autowired;

@DatabaseTest
class ForumsTest {

  @Autowired private Shelf shelf;
  @Autowired private Forums forums;

  @Test
  void storesAForum() {
    shelf.storesAndReadsBack(
        forums,
        new Forum(
            null,
            0,
            "test-forum",
            "Talks",
            "ASTOP",
            ForumKind.DIALOGUE,
            "Talks of senior officials.",
            link(shelf.forum()),
            NAMES,
            IDENTIFIERS,
            shelf.provenance(),
            null,
            null));
  }
}
