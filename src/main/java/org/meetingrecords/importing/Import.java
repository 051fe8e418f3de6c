package org.meetingrecords.importing;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.importing.akomantoso.AkomaNtoso;
import org.meetingrecords.importing.assembly.GeneralDebates;
import org.meetingrecords.importing.assembly.RollCalls;
import org.meetingrecords.importing.bundle.Bundles;
import org.meetingrecords.importing.council.CouncilDebates;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Progress;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Rejection;
import org.meetingrecords.importing.loading.Report;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.parlamint.Parlamint;
import org.meetingrecords.importing.popolo.Popolo;
import org.meetingrecords.importing.review.Recommendations;
import org.meetingrecords.importing.treaties.TreatyStatus;

/**
 * One import: files of one format, in one transaction. Two at once wait for each other.
 *
 * @param dryRun reports what would happen and keeps nothing
 * @param keepGoing leaves rejected rows out, instead of stopping at the first one
 * @param retrievedOn when the files were fetched from where they are published; null where that is
 *     not told
 */
public record Import(
    String format,
    List<Path> paths,
    boolean dryRun,
    boolean keepGoing,
    @Nullable LocalDate retrievedOn) {

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

  public Import(String format, List<Path> paths, boolean dryRun, boolean keepGoing) {
    this(format, paths, dryRun, keepGoing, null);
  }

  public static List<String> formats() {
    return FORMATS.stream().map(Format::name).toList();
  }

  /** Whether the files of a format are sources themselves, so that a day of retrieval is theirs. */
  public static boolean citesFiles(String format) {
    return named(format).filter(known -> !(known instanceof Bundles)).isPresent();
  }

  private static Optional<Format> named(String name) {
    return FORMATS.stream().filter(format -> format.name().equals(name)).findFirst();
  }

  /** Runs it; the report says whether it was kept. */
  public Report run(Address address, Progress progress) throws SQLException {
    try (var connection = address.connect()) {
      Optional<ImportRun> told =
          dryRun ? Optional.empty() : Optional.of(ImportRun.begin(connection, format));
      connection.setAutoCommit(false);
      Report report = run(connection, progress, told);
      if (told.isPresent() && !report.isKept()) {
        told.get().end(connection, false, report);
        connection.commit();
      }
      return report;
    }
  }

  private Report run(Connection connection, Progress progress, Optional<ImportRun> told)
      throws SQLException {
    var begin = Instant.now();
    var report = new Report();
    boolean kept = false;
    try {
      prepare(connection, progress);
      var loader = new Loader(connection, report, progress, keepGoing, retrievedOn);
      var input = Input.of(paths, progress);
      named(format).orElseThrow().read(input, loader);
      loader.load();
      if (told.isPresent()) {
        told.get().end(connection, true, report);
        connection.commit();
        kept = true;
      } else {
        connection.rollback();
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
      statement.execute("/* Import.prepare */ set temp_buffers = '32MB'");
      statement.execute("/* Import.prepare */ set local work_mem = '48MB'");
      statement.execute("/* Import.prepare */ set local statement_timeout = 0");
      statement.execute("/* Import.prepare */ set local jit = off");
      try (var rows =
          statement.executeQuery(
              "/* Import.prepare */ select pg_try_advisory_xact_lock(" + LOCK + ")")) {
        rows.next();
        if (rows.getBoolean(1)) {
          return;
        }
      }
      progress.say("Another import runs; this one waits until it has ended.");
      statement.execute("/* Import.prepare */ select pg_advisory_xact_lock(" + LOCK + ")");
    }
  }
}
