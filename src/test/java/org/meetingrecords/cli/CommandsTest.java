package org.meetingrecords.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.meetingrecords.RunningApplication;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.TestFolders;

@Execution(value = ExecutionMode.CONCURRENT, reason = "waits for processes of its own")
class CommandsTest {

  @Test
  void servesAndIsFoundAgainAfterBeingKilled() throws Exception {
    var folder = TestFolders.fresh("served");
    var environment =
        Map.of("RECORDS_DATA_DIRECTORY", folder.toString(), "SERVER_PORT", "0", "TZ", "UTC");
    try (var first = RunningApplication.start(environment)) {
      String last = first.await("GraphiQL is at http://localhost:");
      assertThat(first.output().lines().toList()).last().isEqualTo(last);
      var url = URI.create(last.replaceFirst(".* at ", "").replaceFirst("graphiql", ""));
      try (var client = HttpClient.newHttpClient()) {
        var answer = client.send(HttpRequest.newBuilder(url).build(), BodyHandlers.discarding());
        assertThat(answer.statusCode()).isPositive();
      }
      try (var second = RunningApplication.start(environment, "serve");
          var migrate = RunningApplication.start(environment, "migrate")) {
        assertThat(second.end()).isEqualTo(Commands.NO_DATABASE);
        assertThat(second.output().lines().toList())
            .singleElement()
            .asString()
            .contains("is in use by another Meeting Records (process ");
        assertThat(migrate.end()).isZero();
        assertThat(migrate.output()).contains("0 changes applied");
      }
      first.kill();
    }
    try (var next = RunningApplication.start(environment)) {
      next.await("took over the PostgreSQL that a killed application left running");
      next.await("GraphiQL is at");
      assertThat(next.stop()).isEqualTo(143);
      assertThat(next.output()).doesNotContain("WARN").doesNotContain("ERROR");
    }
    assertThat(TestFolders.home(folder).resolve("postgres/postmaster.pid")).doesNotExist();
  }

  @Test
  void servesOnAnotherDatabase() throws Exception {
    var folder = TestFolders.bare("untouched");
    var address = TestDatabase.empty("external");
    var environment = new HashMap<>(TestDatabase.environment(address));
    environment.put("RECORDS_DATA_DIRECTORY", folder.toString());
    try (var taken = new ServerSocket(0, 1, InetAddress.ofLiteral("127.0.0.1"));
        var application =
            RunningApplication.start(environment, "--server.port=" + taken.getLocalPort())) {
      assertThat(application.end()).isEqualTo(Commands.FAULT);
      assertThat(application.output())
          .contains("Port " + taken.getLocalPort() + " is taken by another program.")
          .doesNotContain("\tat ");
    }
    assertThat(Files.exists(folder)).isFalse();
    try (var connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute("table databasechangeloglock");
    }
  }

  @Test
  void endsWithThreeWhereTheDatabaseCannotBeReached() throws Exception {
    var environment = Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/x");
    try (var application = RunningApplication.start(environment, "migrate")) {
      assertThat(application.end()).isEqualTo(Commands.NO_DATABASE);
      assertThat(application.output().lines().toList())
          .singleElement()
          .asString()
          .startsWith("The database at jdbc:postgresql://127.0.0.1:1/x cannot be reached: ");
    }
  }

  @Test
  void tellsWrongUse() throws Exception {
    try (var command = RunningApplication.start(Map.of(), "serv");
        var option = RunningApplication.start(Map.of(), "migrate", "--loud");
        var help = RunningApplication.start(Map.of(), "--help");
        var version = RunningApplication.start(Map.of(), "version")) {
      assertThat(command.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(command.output()).contains("Unknown command or option: serv").contains("Usage:");
      assertThat(option.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(option.output()).contains("Unknown option: --loud");
      assertThat(help.end()).isZero();
      assertThat(help.output()).contains("serve", "migrate", "import", "version", "Exit status");
      assertThat(version.end()).isZero();
      assertThat(version.output()).contains("meeting-records ", "database ");
    }
  }

  /** On a folder on which no server runs, so that the database is started, and tells of it. */
  @Test
  void writesDataAloneToTheStandardOutput(@TempDir Path folder) throws Exception {
    var environment =
        Map.of(
            "RECORDS_DATA_DIRECTORY",
            TestFolders.fresh("piped").toString(),
            "RECORDS_SAMPLE",
            "false");
    Path query =
        Files.writeString(folder.resolve("q.graphql"), "{ actors(first: 3) { nodes { slug } } }");
    try (var csv = exported(environment, "csv", query)) {
      assertThat(csv.errors())
          .contains("PostgreSQL 18.", "3 rows written to the standard output")
          .doesNotContain("WARN", "ERROR");
      assertThat(csv.output().lines()).hasSize(4).startsWith("slug");
    }
    try (var sheet = exported(environment, "xlsx", query);
        var workbook = new ReadableWorkbook(new ByteArrayInputStream(sheet.data()))) {
      assertThat(workbook.getFirstSheet().read()).hasSize(4);
    }
  }

  private static RunningApplication exported(
      Map<String, String> environment, String format, Path query) throws Exception {
    var command =
        RunningApplication.startApart(
            environment, "export", "--query", query.toString(), "--format", format, "--out", "-");
    assertThat(command.end()).as(command.errors()).isZero();
    return command;
  }

  @Test
  void tellsWhatFilesItCannotUse(@TempDir Path folder) throws Exception {
    var address = TestDatabase.empty("unused");
    var environment = Map.of("SPRING_DATASOURCE_URL", address.url());
    Path latin = Files.write(folder.resolve("latin.graphql"), new byte[] {'{', (byte) 0xe9, '}'});
    Path out = folder.resolve("out.csv");
    Path rejects = folder.resolve("no/such.csv");
    String files = Path.of("src/test/resources/importing/unga-votes").toString();
    try (var directory =
            RunningApplication.start(
                environment,
                "export",
                "--query",
                "" + folder,
                "--format",
                "csv",
                "--out",
                "" + out);
        var other =
            RunningApplication.start(
                environment,
                "export",
                "--query",
                "" + latin,
                "--format",
                "csv",
                "--out",
                "" + out);
        var imported =
            RunningApplication.start(
                environment, "import", "unga-votes", files, "--rejects", "" + rejects)) {
      assertThat(directory.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(directory.output()).contains("There is no file to read: " + folder);
      assertThat(other.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(other.output()).contains("Not a text in UTF-8: " + latin);
      assertThat(imported.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(imported.output()).contains("Not a file that can be written: " + rejects);
    }
    assertThat(out).doesNotExist();
  }

  @Test
  void importsFilesAndTellsHowItEnded() throws Exception {
    var address = TestDatabase.migrated("imported");
    var environment = TestDatabase.environment(address);
    String files = Path.of("src/test/resources/importing/unga-votes").toString();
    try (var kept = RunningApplication.start(environment, "import", "unga-votes", files)) {
      assertThat(kept.end()).as(kept.output()).isZero();
      assertThat(kept.output()).containsPattern("vote +15 +15 +0 +0").contains("Kept.");
    }
    String bundle = TestFolders.bare("bundle").resolveSibling("all.ndjson").toString();
    try (var written =
        RunningApplication.start(
            environment,
            "export",
            "--format",
            "bundle",
            "--out",
            bundle,
            "--records.sample=false")) {
      assertThat(written.end()).as(written.output()).isZero();
      assertThat(written.output()).containsPattern("\\d+ lines written to .*all.ndjson");
      Path usual = Files.createFile(Path.of(bundle + ".usual"));
      assertThat(Files.getPosixFilePermissions(Path.of(bundle)))
          .isEqualTo(Files.getPosixFilePermissions(usual));
      Files.delete(usual);
    }
    try (var again = RunningApplication.start(environment, "import", "bundle", bundle);
        var queried =
            RunningApplication.start(
                environment, "export", "--format", "bundle", "--archive", "--out", bundle)) {
      assertThat(again.end()).as(again.output()).isZero();
      assertThat(again.output()).containsPattern("vote +15 +0 +0 +15").contains("Kept.");
      assertThat(queried.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(queried.output())
          .contains("A bundle without a query is the whole database: it takes only --out");
    }
    try (var rejected =
            RunningApplication.start(
                environment, "import", "unga-votes", files + "/un_votes.csv", "--dry-run");
        var format = RunningApplication.start(environment, "import", "tea-leaves", files);
        var path = RunningApplication.start(environment, "import", "unga-votes", "nowhere");
        var lost =
            RunningApplication.start(
                Map.of("SPRING_DATASOURCE_URL", "jdbc:postgresql://127.0.0.1:1/x"),
                "import",
                "unga-votes",
                files)) {
      assertThat(rejected.end()).isEqualTo(Commands.FAULT);
      assertThat(rejected.output())
          .contains("un_roll_calls.csv: this file is not among those given")
          .contains("Nothing was kept.");
      assertThat(format.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(format.output()).contains("Unknown format: tea-leaves. There are bundle, ");
      assertThat(path.end()).isEqualTo(Commands.WRONG_USE);
      assertThat(path.output()).contains("There is no file or folder nowhere");
      assertThat(lost.end()).isEqualTo(Commands.NO_DATABASE);
    }
  }
}
