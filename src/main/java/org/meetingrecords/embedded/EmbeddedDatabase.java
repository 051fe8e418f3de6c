package org.meetingrecords.embedded;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The PostgreSQL that the application brings along, run as a process of its own on the data folder.
 */
public final class EmbeddedDatabase implements Database {

  private static final Logger LOG = LoggerFactory.getLogger(EmbeddedDatabase.class);
  private static final Duration PATIENCE = Duration.ofSeconds(60);
  private static final Duration ORPHAN_PATIENCE = Duration.ofSeconds(10);

  private final Address address;
  private final Closing closing;
  private volatile boolean closed;

  private interface Closing {
    void run() throws IOException;
  }

  private EmbeddedDatabase(Address address, Closing closing) {
    this.address = address;
    this.closing = closing;
  }

  /** Starts the database of a data folder for an application that wants the folder for itself. */
  public static EmbeddedDatabase hold(Path path) {
    return open(path, false);
  }

  /**
   * Uses the database of a data folder: the one that another application runs there, else one that
   * runs until this is closed.
   */
  public static EmbeddedDatabase share(Path path) {
    return open(path, true);
  }

  private static EmbeddedDatabase open(Path path, boolean shared) {
    Path shown = path.toAbsolutePath().normalize();
    // First of all, as much below is only there on a system that has the programs too.
    Platform.current();
    try {
      var data = DataFolder.open(path);
      try {
        if (data.isHeld()) {
          return started(data, shared);
        }
        if (shared) {
          return borrowed(data);
        }
        throw new DatabaseUnavailable(
            "The data folder %s is in use by another Meeting Records (%s). %s"
                .formatted(shown, data.holder(), DatabaseUnavailable.ANOTHER_FOLDER));
      } catch (IOException | RuntimeException fault) {
        data.close();
        throw fault;
      }
    } catch (IOException fault) {
      throw DatabaseUnavailable.of(shown, fault);
    }
  }

  private static EmbeddedDatabase started(DataFolder data, boolean shared) throws IOException {
    var begin = Instant.now();
    Path before = data.home().resolve("postgres");
    boolean known = Files.exists(before);
    Account account = known ? Account.ownerOf(before) : Account.forNewCluster();
    Path home = data.homeFor(account);
    var programs = Programs.in(data.programs(home));
    var cluster = new Cluster(home.resolve("postgres"), programs, account);
    var address = running(cluster, data);
    LOG.info(
        "PostgreSQL {} runs on {} ({} ms)",
        programs.version(),
        cluster.folder(),
        Duration.between(begin, Instant.now()).toMillis());
    var database =
        new EmbeddedDatabase(
            address,
            () -> {
              try (data;
                  // Who comes while the database stops waits, and then starts it anew.
                  FileChannel _ = shared ? data.awaitUsers() : null) {
                cluster.stop();
              }
            });
    new Revival(cluster, () -> database.closed).begin();
    return database;
  }

  private static Address running(Cluster cluster, DataFolder data) throws IOException {
    Optional<String> kept = data.secret();
    String secret = kept.isPresent() ? kept.get() : data.newSecret();
    if (!cluster.exists()) {
      LOG.info("making the database in {}", cluster.folder());
      cluster.initialise(secret);
    } else if (kept.isEmpty()) {
      cluster.stop();
      cluster.changeSecret(secret);
    }
    cluster.makeRoomForRoles();
    var orphan = orphan(cluster, secret);
    if (orphan.isPresent()) {
      LOG.info("took over the PostgreSQL that a killed application left running");
      return orphan.get();
    }
    cluster.stop();
    var address = address(cluster.start(), secret);
    try (var connection = address.connect()) {
      return address;
    } catch (SQLException refused) {
      cluster.stop();
      throw new DatabaseUnavailable(
          "The embedded database does not let the application in: "
              + ExternalDatabase.firstLine(refused),
          refused);
    }
  }

  /**
   * The server that an application left behind when it was killed, if it is sound and of our
   * version.
   */
  private static Optional<Address> orphan(Cluster cluster, String secret) throws IOException {
    Instant end = Instant.now().plus(ORPHAN_PATIENCE);
    for (var found = cluster.postmaster(); found.isPresent(); found = cluster.postmaster()) {
      if (found.get().isReady()) {
        var address = address(found.get().port(), secret);
        return isOurs(address, cluster) ? Optional.of(address) : Optional.empty();
      }
      if (Instant.now().isAfter(end)) {
        return Optional.empty();
      }
      Pause.brief();
    }
    return Optional.empty();
  }

  private static boolean isOurs(Address address, Cluster cluster) {
    try (var connection = address.connect()) {
      return connection
          .getMetaData()
          .getDatabaseProductVersion()
          .equals(cluster.programs().version());
    } catch (SQLException refused) {
      return false;
    }
  }

  /** The database that another application runs on the folder, or one of our own if that goes. */
  private static EmbeddedDatabase borrowed(DataFolder data) throws IOException {
    FileChannel use = data.use();
    try {
      var address = awaited(data);
      if (address.isEmpty()) {
        use.close();
        return started(data, true);
      }
      return new EmbeddedDatabase(
          address.get(),
          () -> {
            use.close();
            data.close();
          });
    } catch (IOException | RuntimeException fault) {
      use.close();
      throw fault;
    }
  }

  /** Where the holder's database is; nowhere where it has left and the folder is ours. */
  private static Optional<Address> awaited(DataFolder data) throws IOException {
    Instant end = Instant.now().plus(PATIENCE);
    @Nullable SQLException last = null;
    while (Instant.now().isBefore(end)) {
      if (data.takeHold()) {
        return Optional.empty();
      }
      var secret = data.secret();
      var noted = Postmaster.noted(data.home().resolve("postgres"));
      if (secret.isPresent() && noted.isPresent() && noted.get().isReady()) {
        var address = address(noted.get().port(), secret.get());
        try (var connection = address.connect()) {
          return Optional.of(address);
        } catch (SQLException refused) {
          last = refused;
        }
      }
      Pause.brief();
    }
    throw new DatabaseUnavailable(
        "The Meeting Records that holds %s (%s) has no database to offer%s."
            .formatted(
                data.folder(),
                data.holder(),
                last == null ? "" : ": " + ExternalDatabase.firstLine(last)),
        last);
  }

  private static Address address(int port, String secret) {
    return new Address(
        "jdbc:postgresql://127.0.0.1:%d/%s".formatted(port, Cluster.NAME), Cluster.NAME, secret);
  }

  @Override
  public Address address() {
    return address;
  }

  @Override
  public synchronized void close() {
    if (closed) {
      return;
    }
    closed = true;
    try {
      closing.run();
    } catch (IOException fault) {
      LOG.warn("the embedded database was not stopped as it should: {}", fault.getMessage());
    }
  }
}
