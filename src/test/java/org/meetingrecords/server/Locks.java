package org.meetingrecords.server;

import java.sql.Connection;
import org.meetingrecords.embedded.Address;

/** Readers that wait for a table which somebody has locked. */
final class Locks {
  private Locks() {}

  static void awaitLockedOut(Address database) throws Exception {
    try (Connection watcher = database.connect();
        var statement = watcher.createStatement()) {
      for (int i = 0; i < 100; i++) {
        try (var rows = statement.executeQuery("select count(*) from pg_locks where not granted")) {
          rows.next();
          if (rows.getInt(1) > 0) {
            return;
          }
        }
        Thread.sleep(10);
      }
    }
    throw new AssertionError("no reader waits for the lock");
  }
}
