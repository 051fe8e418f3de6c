package org.meetingrecords.embedded;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A PostgreSQL cluster of ours: its files, and the server that runs on them. */
record Cluster(Path folder, Programs programs, Account account) {

  static final String NAME = "meeting_records";

  boolean exists() {
    return Files.exists(folder.resolve("PG_VERSION"));
  }

  /**
   * Makes the cluster under another name first, so that one that is half made is never taken for
   * whole.
   */
  void initialise(String secret) throws IOException {
    Path home = folder.resolveSibling(".").normalize();
    removeLeftovers(home);
    Path fresh = Files.createTempDirectory(home, "postgres-new-");
    Path password = home.resolve("postgres-new-password");
    try {
      account.own(fresh);
      // Nobody logs in as the superuser: its password is thrown away and pg_hba.conf omits it.
      Folders.writePrivately(password, UUID.randomUUID() + "\n", account);
      run(
          "The embedded database could not be made",
          List.of(
              programs.path("initdb"),
              "-D",
              fresh.toString(),
              "-U",
              "postgres",
              "-A",
              "scram-sha-256",
              "--pwfile=" + password,
              "--encoding=UTF8",
              "--locale=C",
              "--locale-provider=builtin",
              "--builtin-locale=C.UTF-8",
              "--no-instructions"),
          null);
      write(fresh, "postgresql.conf", Settings.MAIN);
      write(fresh, Settings.FILE, Settings.ours(freePort(0)));
      write(fresh, Settings.OWN, "");
      write(fresh, "pg_hba.conf", Settings.HBA);
      single(
          fresh,
          "postgres",
          "create role %1$s login createdb createrole password '%2$s'".formatted(NAME, secret));
      restrict(fresh, "template1");
      single(fresh, "postgres", "create database %1$s owner %1$s".formatted(NAME));
      Files.move(fresh, folder);
    } finally {
      Files.deleteIfExists(password);
      Folders.delete(fresh);
    }
  }

  private static void removeLeftovers(Path home) throws IOException {
    try (var entries = Files.newDirectoryStream(home, "postgres-new-*")) {
      for (Path leftover : entries) {
        try {
          Folders.delete(leftover);
        } catch (IOException stillWritten) {
          // An initdb that outlived its application; the next start tidies up.
        }
      }
    }
  }

  /** Gives the application's role another password, without a server. */
  void changeSecret(String secret) throws IOException {
    single(folder, "postgres", "alter role %s password '%s'".formatted(NAME, secret));
  }

  /** A cluster that was made when one role did all: it may have more from now on. */
  void makeRoomForRoles() throws IOException {
    Path file = folder.resolve("pg_hba.conf");
    String hba = Files.readString(file);
    String wanted = Settings.withAllRoles(hba);
    if (!hba.equals(wanted)) {
      stop();
      single(folder, "postgres", "alter role %s createrole".formatted(NAME));
      restrict(folder, "template1");
      restrict(folder, NAME);
      write(folder, "pg_hba.conf", wanted);
    }
  }

  private void restrict(Path cluster, String database) throws IOException {
    single(cluster, database, Settings.RESTRICTED, Settings.NO_BLOCKS, Settings.BLOCKS_FOR_OWNER);
  }

  private void single(Path cluster, String database, String... statements) throws IOException {
    var output =
        run(
            "The embedded database could not be set up",
            List.of(programs.path("postgres"), "--single", "-D", cluster.toString(), database),
            String.join(";\n", statements) + ";\n");
    if (output.contains("ERROR:") || output.contains("FATAL:")) {
      throw new DatabaseUnavailable(
          "The embedded database could not be set up: " + complaint(output));
    }
  }

  /** The server that runs on the cluster, if one does. */
  Optional<Postmaster> postmaster() throws IOException {
    return Postmaster.noted(folder).filter(noted -> noted.runsOn(folder));
  }

  /** Starts a server and returns its port. */
  int start() throws IOException {
    checkVersion();
    // Left by a crash, its number now another program's: PostgreSQL would refuse to start.
    if (Files.exists(folder.resolve(Postmaster.FILE)) && postmaster().isEmpty()) {
      Files.deleteIfExists(folder.resolve(Postmaster.FILE));
    }
    int wished = lastPort();
    for (int attempt = 1; ; attempt++) {
      int port = freePort(wished);
      write(folder, Settings.FILE, Settings.ours(port));
      var log = ServerLog.of(folder);
      var outcome =
          command(
                  List.of(
                      programs.path("pg_ctl"),
                      "start",
                      "--wait",
                      "--timeout=600",
                      "-D",
                      folder.toString(),
                      "-l",
                      log.file().toString()))
              .runIn(folder.getRoot());
      if (outcome.status() == 0) {
        return port;
      }
      String said = log.sinceThen() + "\n" + outcome.output();
      boolean again =
          said.contains("Address already in use") || said.contains("shared memory block");
      if (!again || attempt == 20) {
        throw fault("The embedded database did not start", said);
      }
      // The port was snatched, or backends of a killed server are still on their way out.
      wished = said.contains("Address already in use") ? 0 : wished;
      Pause.brief();
    }
  }

  private void checkVersion() throws IOException {
    String made = Files.readString(folder.resolve("PG_VERSION")).strip();
    if (!made.equals(programs.major())) {
      throw new DatabaseUnavailable(
          "The database in %s was made by PostgreSQL %s, and this application brings PostgreSQL %s."
                  .formatted(folder, made, programs.version())
              + " Export it with the application that made it and import it into a new folder.");
    }
  }

  private int lastPort() throws IOException {
    Path settings = folder.resolve(Settings.FILE);
    return Files.exists(settings) ? Settings.port(Files.readString(settings)) : 0;
  }

  private static int freePort(int wished) throws IOException {
    try (var socket = new ServerSocket()) {
      socket.setReuseAddress(true);
      socket.bind(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), wished));
      return socket.getLocalPort();
    } catch (IOException taken) {
      if (wished == 0) {
        throw taken;
      }
      return freePort(0);
    }
  }

  /** Stops the server: it ends its sessions, writes everything down and is gone on return. */
  void stop() throws IOException {
    for (String mode : List.of("fast", "immediate")) {
      if (postmaster().isEmpty()) {
        return;
      }
      command(
              List.of(
                  programs.path("pg_ctl"),
                  "stop",
                  "--wait",
                  "--timeout=60",
                  "--mode=" + mode,
                  "-D",
                  folder.toString()))
          .runIn(folder.getRoot());
    }
    if (postmaster().isPresent()) {
      throw new DatabaseUnavailable(
          "The PostgreSQL server in %s (process %d) does not stop."
              .formatted(folder, postmaster().map(Postmaster::pid).orElse(0L)));
    }
  }

  private Command command(List<String> words) {
    return new Command(account.running(words));
  }

  private String run(String what, List<String> words, @Nullable String input) throws IOException {
    var outcome = new Command(account.running(words), input).runIn(folder.getRoot());
    if (outcome.status() != 0) {
      throw fault(what, outcome.output());
    }
    return outcome.output();
  }

  private DatabaseUnavailable fault(String what, String said) {
    if (DatabaseUnavailable.isDiskFull(said)) {
      return new DatabaseUnavailable("The disk is full: no space is left for " + folder + ".");
    }
    return new DatabaseUnavailable(
        what + ": " + complaint(said) + " (more in " + ServerLog.fileOf(folder) + ")");
  }

  /** The first line that names a fault, else the last line. */
  private static String complaint(String said) {
    var lines = new ArrayList<>(said.lines().filter(line -> !line.isBlank()).toList());
    return lines.stream()
        .filter(
            line -> line.contains("FATAL:") || line.contains("ERROR:") || line.contains("error:"))
        .findFirst()
        .orElse(lines.isEmpty() ? "no reason was given" : lines.getLast())
        .replaceFirst("^.*?(FATAL|ERROR|error): *", "");
  }

  private void write(Path cluster, String name, String content) throws IOException {
    Folders.writePrivately(cluster.resolve(name), content, account);
  }
}
