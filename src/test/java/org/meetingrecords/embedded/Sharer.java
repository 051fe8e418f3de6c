package org.meetingrecords.embedded;

import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Uses the database of a data folder, as commands do that come and go: so many times, and each time
 * for so many seconds.
 */
public final class Sharer {

  public static void main(String[] words) throws Exception {
    for (int i = 0; i < Integer.parseInt(words[1]); i++) {
      try (var database = EmbeddedDatabase.share(Path.of(words[0]));
          var connection = database.address().connect();
          var statement = connection.createStatement()) {
        System.out.println("uses the database");
        statement.execute("select pg_sleep(%s)".formatted(words[2]));
      }
      // Long enough for others to find that nobody is there, or that somebody is leaving.
      Thread.sleep(ThreadLocalRandom.current().nextInt(300));
    }
    System.out.println("was served each time");
  }
}
