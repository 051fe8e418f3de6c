package org.meetingrecords.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.meetingrecords.embedded.Address;

/**
 * One import: files of one format, in one transaction. Two at once wait for each other.
 *
 * @param dryRun reports what would happen and keeps nothing
 * @param keepGoing leaves rejected rows out, instead of stopping at the first one
 */
public record Import(String format, List<Path> paths, boolean dryRun, boolean keepGoing) {

  private static final List<Format> FORMATS =
      List.of(
          new Bundles(),
          new GeneralDebates(),
          new RollCalls(),
          new CouncilDebates(),
          new Recommendations(),
          new TreatyStatus(),
          new AkomaNtoso(),
          new Parlamint(),
          new Popolo());

  /** The name of the lock that an import holds. */
  private static final String LOCK = "hashtextextended('meeting-records import', 0)";

  public static List<String> formats() {
    return FORMATS.stream().map(Format::name).toList();
  }

  private static Optional<Format> named(String name) {
    return FORMATS.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Runs it; the report says whether it was kept. */
  public Report run(Address address, Progress progress) throws SQLException {
    try (var connection = address.connect()) {
      connection.setAutoCommit(false);
      return run(connection, progress);
    }
  }

  private Report run(Connection connection, Progress progress) throws SQLException {
    var begin = Instant.now();
    var report = new Report();
    boolean kept = false;
    try {
      prepare(connection, progress);
      var loader = new Loader(connection, report, progress, keepGoing);
      var input = Input.of(paths, progress);
      named(format).orElseThrow().read(input, loader);
      loader.load();
      if (dryRun) {
        connection.rollback();
      } else {
        connection.commit();
        kept = true;
      }
    } catch (FileFault fault) {
      report.reject(new Rejection(fault.place(), fault.reason(), ""));
    } catch (IOException fault) {
      report.reject(new Rejection(new Place(format, 0), "cannot be read: " + fault, ""));
    } catch (Stopped stopped) {
      if (stopped.getCause() instanceof SQLException fault) {
        throw fault;
      }
    } finally {
      if (!kept && !connection.isClosed()) {
        connection.rollback();
      }
      progress.close();
    }
    report.ended(kept, dryRun, Duration.between(begin, Instant.now()).toMillis() / 1000.0);
    return report;
  }

  private static void prepare(Connection connection, Progress progress) throws SQLException {
    try (var statement = connection.createStatement()) {
      // Must come before the first temporary table of the session.
      statement.execute("set temp_buffers = '32MB'");
      statement.execute("set local work_mem = '48MB'");
      statement.execute("set local statement_timeout = 0");
      statement.execute("set local jit = off");
      try (var rows = statement.executeQuery("select pg_try_advisory_xact_lock(" + LOCK + ")")) {
        rows.next();
        if (rows.getBoolean(1)) {
          return;
        }
      }
      progress.say("Another import runs; this one waits until it has ended.");
      statement.execute("select pg_advisory_xact_lock(" + LOCK + ")");
    }
  }
}
