package org.meetingrecords.embedded;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Starts the embedded server again when it ends under the application, and ends the application
 * where that does not help.
 */
final class Revival {
  private static final Logger LOG = LoggerFactory.getLogger(Revival.class);

  private static final int MOST = 3;
  private static final Duration WITHIN = Duration.ofMinutes(5);

  /** The exit status that says that the database cannot be used. */
  private static final int NO_DATABASE = 3;

  private final Cluster cluster;
  private final BooleanSupplier closed;
  private final Deque<Instant> deaths = new ArrayDeque<>();

  /**
   * @param closed whether the server is gone because it was told to go
   */
  Revival(Cluster cluster, BooleanSupplier closed) {
    this.cluster = cluster;
    this.closed = closed;
  }

  void begin() {
    Thread.ofVirtual().name("revival").start(this::watch);
  }

  private void watch() {
    try {
      for (var server = cluster.postmaster(); awaitEnd(server); server = cluster.postmaster()) {
        deaths.add(Instant.now());
        deaths.removeIf(death -> death.isBefore(Instant.now().minus(WITHIN)));
        if (deaths.size() > MOST) {
          end("it ended " + deaths.size() + " times in a short time");
          return;
        }
        LOG.warn("PostgreSQL ended under the application; it is started again");
        int port = server.map(Postmaster::port).orElse(0);
        int now = cluster.start();
        if (now != port) {
          end("its port was taken by another program");
          return;
        }
        LOG.info("PostgreSQL runs again");
      }
    } catch (IOException | DatabaseUnavailable fault) {
      end(String.valueOf(fault.getMessage()));
    }
  }

  /** Whether it ended without having been told to. */
  private boolean awaitEnd(Optional<Postmaster> server) {
    server.flatMap(one -> ProcessHandle.of(one.pid())).ifPresent(one -> one.onExit().join());
    return !closed.getAsBoolean();
  }

  private void end(String why) {
    if (!closed.getAsBoolean()) {
      LOG.error("PostgreSQL cannot be started again: {}. The application stops.", why);
      System.exit(NO_DATABASE);
    }
  }
}
