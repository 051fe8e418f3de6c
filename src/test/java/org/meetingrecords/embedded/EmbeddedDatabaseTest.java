package org.meetingrecords.embedded;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.RunningApplication;
import org.meetingrecords.TestFolders;

@BesideOthers
class EmbeddedDatabaseTest {

  /** Serves several tests, as a cluster takes a second or more to make. */
  private static Path common;

  @BeforeAll
  static void commonFolder() throws Exception {
    common = TestFolders.fresh("common");
    Path leftover = common.resolve("postgres-new-1");
    // What an initdb leaves that was killed.
    Files.createDirectories(leftover.resolve("base"));
    EmbeddedDatabase.hold(common).close();
    if (TestFolders.home(common).equals(common)) {
      assertThat(leftover).doesNotExist();
    }
  }

  @Test
  void keepsWhatItStored() throws Exception {
    Path folder = common;
    Address first;
    try (var database = EmbeddedDatabase.hold(folder)) {
      first = database.address();
      execute(first, "create table kept as select 42 as answer");
    }
    assertThat(Postmaster.noted(cluster(folder))).isEmpty();
    try (var database = EmbeddedDatabase.hold(folder)) {
      assertThat(database.address()).isEqualTo(first);
      assertThat(value(database, "select answer from kept")).isEqualTo("42");
    }
  }

  @Test
  void isDurableAndSecured() throws Exception {
    Path folder = common;
    try (var database = EmbeddedDatabase.hold(folder)) {
      assertThat(value(database, "show fsync")).isEqualTo("on");
      assertThat(value(database, "show listen_addresses")).isEqualTo("127.0.0.1");
      int port = Postmaster.noted(cluster(folder)).orElseThrow().port();
      assertThat(Path.of("/tmp/.s.PGSQL." + port)).doesNotExist();
      assertThat(value(database, "select usesuper::text from pg_user where usename = user"))
          .isEqualTo("false");
      assertThat(
              value(
                  database,
                  "select datlocprovider::text || ' ' || datlocale || ' ' ||"
                      + " pg_encoding_to_char(encoding) from pg_database where datname ="
                      + " current_database()"))
          .isEqualTo("b C.UTF-8 UTF8");
      var secret = folder.resolve("secret");
      assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)))
          .isEqualTo("rw-------");
      var wrong = new Address(database.address().url(), Cluster.NAME, "guessed");
      assertThatThrownBy(wrong::connect).hasMessageContaining("password");
      var superuser = new Address(database.address().url(), "postgres", "");
      assertThatThrownBy(superuser::connect).hasMessageContaining("pg_hba.conf");
      long pid = Postmaster.noted(cluster(folder)).orElseThrow().pid();
      if (Files.isDirectory(Path.of("/proc/self"))) {
        assertThat(Files.getAttribute(Path.of("/proc/" + pid), "unix:uid")).isNotEqualTo(0);
      }
    }
  }

  @Test
  void makesANewSecretWhereItIsLost() throws Exception {
    Path folder = common;
    Files.delete(folder.resolve("secret"));
    try (var database = EmbeddedDatabase.hold(folder)) {
      assertThat(value(database, "select 'in'")).isEqualTo("in");
    }
  }

  @Test
  void isHeldByOneAndSharedWithOthers() throws Exception {
    Path folder = TestFolders.fresh("shared");
    try (var holder = RunningApplication.start(Holder.class, true, Map.of(), folder.toString())) {
      holder.await("holds");
      assertThatThrownBy(() -> EmbeddedDatabase.hold(folder))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageMatching(
              "The data folder .*/shared is in use by another Meeting Records \\(process"
                  + " \\d+\\)\\..*");
      try (var shared = EmbeddedDatabase.share(folder)) {
        execute(shared.address(), "create table stored as select 1 as one");
      }
      long orphan = Postmaster.noted(cluster(folder)).orElseThrow().pid();
      holder.kill();
      assertThat(ProcessHandle.of(orphan)).isPresent();
      try (var next = EmbeddedDatabase.hold(folder)) {
        assertThat(value(next, "select one from stored")).isEqualTo("1");
        assertThat(Postmaster.noted(cluster(folder)).orElseThrow().pid()).isEqualTo(orphan);
      }
      assertThat(Postmaster.noted(cluster(folder))).isEmpty();
    }
  }

  @Test
  void isSharedByManyThatComeAndGo() throws Exception {
    Path folder = TestFolders.fresh("crowded");
    try (var first = sharer(folder, 1, 0.1);
        var second = sharer(folder, 3, 0.1);
        var third = sharer(folder, 5, 0.1)) {
      for (var sharer : List.of(first, second, third)) {
        assertThat(sharer.end()).as(sharer.output()).isZero();
      }
    }
    assertThat(Postmaster.noted(cluster(folder))).isEmpty();
  }

  @Test
  void isStartedAgainForWhoCameWhileItStopped() throws Exception {
    Path folder = TestFolders.fresh("stopping");
    try (var first = sharer(folder, 1, 1)) {
      first.await("uses the database");
      String server = Long.toString(Postmaster.noted(cluster(folder)).orElseThrow().pid());
      // It is told to stop by the first one, and takes its time.
      signal("-STOP", server);
      Thread.sleep(1_500);
      try (var second = sharer(folder, 1, 0)) {
        Thread.sleep(2_000);
        signal("-CONT", server);
        assertThat(first.end()).as(first.output()).isZero();
        assertThat(second.end()).as(second.output()).isZero();
      }
    }
  }

  private static RunningApplication sharer(Path folder, int times, double seconds) {
    return RunningApplication.start(
        Sharer.class, true, Map.of(), folder.toString(), "" + times, "" + seconds);
  }

  private static void signal(String name, String process) throws Exception {
    assertThat(new ProcessBuilder("kill", name, process).start().waitFor()).isZero();
  }

  @Test
  void startsAfterTheServerItselfWasKilled() throws Exception {
    Path folder = common;
    try (var database = EmbeddedDatabase.hold(folder)) {
      execute(database.address(), "create table killed as select 1 as one");
      long pid = Postmaster.noted(cluster(folder)).orElseThrow().pid();
      ProcessHandle.of(pid).orElseThrow().destroyForcibly();
    }
    // Its number may be another process's by now: this one's, say.
    Path noted = cluster(folder).resolve(Postmaster.FILE);
    var lines = Files.readAllLines(noted);
    lines.set(0, Long.toString(ProcessHandle.current().pid()));
    Files.write(noted, lines);
    try (var database = EmbeddedDatabase.hold(folder)) {
      assertThat(value(database, "select one from killed")).isEqualTo("1");
    }
  }

  @Test
  void unpacksTornProgramsAgain() throws Exception {
    Path folder = TestFolders.bare("torn");
    Files.createDirectories(folder);
    var programs = Programs.in(folder.resolve("programs"));
    assertThat(programs.version()).startsWith("18.");
    Files.writeString(Path.of(programs.path("initdb")), "torn");
    assertThat(Programs.in(folder.resolve("programs"))).isEqualTo(programs);
    assertThat(Path.of(programs.path("initdb"))).isExecutable();
    assertThat(Files.size(Path.of(programs.path("initdb")))).isGreaterThan(1000);
  }

  @Test
  void refusesAnotherMajorVersion() throws Exception {
    Path folder = common;
    Files.writeString(cluster(folder).resolve("PG_VERSION"), "17\n");
    assertThatThrownBy(() -> EmbeddedDatabase.hold(folder))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("made by PostgreSQL 17, and this application brings PostgreSQL 18");
    Files.writeString(cluster(folder).resolve("PG_VERSION"), "18\n");
  }

  @Test
  void saysWhyAFolderCannotBeUsed() throws Exception {
    Path file = TestFolders.bare("file");
    Files.createDirectories(file.getParent());
    Files.writeString(file, "no folder");
    assertThatThrownBy(() -> EmbeddedDatabase.hold(file.resolve("data")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageMatching("The data folder .*/file/data cannot be .*names another folder\\.");
  }

  @Test
  void saysThatAPlatformHasNoPrograms() {
    assertThat(Platform.of("Mac OS X", "x86_64")).isEqualTo(Platform.of("Mac OS X", "aarch64"));
    for (var unknown : List.of(List.of("Windows 11", "amd64"), List.of("Linux", "riscv64"))) {
      assertThatThrownBy(() -> Platform.of(unknown.get(0), unknown.get(1)))
          .isInstanceOf(DatabaseUnavailable.class)
          .hasMessageContaining(unknown.get(0) + " on " + unknown.get(1))
          .hasMessageContaining("SPRING_DATASOURCE_URL");
    }
  }

  @Test
  void saysThatAnotherDatabaseDoesNotAnswer() {
    assertThatThrownBy(
            () ->
                ExternalDatabase.at(
                    new Address("jdbc:postgresql://127.0.0.1:1/x?password=hidden", "u", "p")))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageMatching("The database at jdbc:postgresql://127.0.0.1:1/x cannot be reached.*")
        .message()
        .doesNotContain("hidden");
    assertThatThrownBy(() -> ExternalDatabase.at(new Address("jdbc:mysql://x/y", "u", "p")))
        .hasMessageContaining("jdbc:postgresql://host:port/database is expected");
  }

  private static Path cluster(Path folder) throws Exception {
    return TestFolders.home(folder).resolve("postgres");
  }

  private static void execute(Address address, String sql) throws Exception {
    try (var connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute(sql);
    }
  }

  private static String value(Database database, String sql) throws Exception {
    try (var connection = database.address().connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
