package org.meetingrecords.embedded;

import java.nio.file.Path;

/** Holds the database of a data folder until it is killed. */
public final class Holder {

  public static void main(String[] words) throws Exception {
    try (var database = EmbeddedDatabase.hold(Path.of(words[0]))) {
      System.out.println("holds " + database.address());
      Thread.sleep(600_000);
    } catch (DatabaseUnavailable refused) {
      System.out.println("refused: " + refused.getMessage());
    }
  }
}
