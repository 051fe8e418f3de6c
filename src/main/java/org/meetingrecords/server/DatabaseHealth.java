package org.meetingrecords.server;

import java.util.concurrent.TimeUnit;
import org.meetingrecords.read.ReadDatabase;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * Whether the database answers, on a connection outside the pool, so that many requests do not look
 * like a database that is down. Whoever asks more often than once a second hears the same again.
 */
@Component("records")
class DatabaseHealth implements HealthIndicator {
  private static final long FRESH = TimeUnit.SECONDS.toNanos(1);

  private final ReadDatabase database;
  private boolean answers;
  private long asked = System.nanoTime() - FRESH;

  DatabaseHealth(ReadDatabase database) {
    this.database = database;
  }

  @Override
  public synchronized Health health() {
    if (System.nanoTime() - asked >= FRESH) {
      answers = database.answers();
      asked = System.nanoTime();
    }
    return (answers ? Health.up() : Health.down()).build();
  }
}
