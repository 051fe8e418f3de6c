package org.meetingrecords.importing.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.loading.Report;

/** Bundles that people write, and what is wrong with some. */
@BesideOthers
class BundlesTest {

  private static final String COUNT = "select count(*) from forum";

  private static ImportingDatabase database;

  @TempDir private Path folder;

  @BeforeAll
  static void migrate() {
    database = ImportingDatabase.named("importing_bundles");
  }

  @BeforeEach
  void empty() throws Exception {
    try (var connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "truncate person, position, proposition, decision, instrument, meeting, forum, topic,"
              + " source cascade");
      statement.execute("delete from record where type not in ('ACTOR')");
    }
  }

  private Report run(boolean keepGoing, String... lines) throws Exception {
    Path file = folder.resolve("own.ndjson");
    Files.write(file, List.of(lines));
    return database.run(new Import("bundle", List.of(file), false, keepGoing));
  }

  @Test
  void takesWhatAPersonWritesInAnyOrder() throws Exception {
    var report =
        run(
            false,
            """
            {"type":"Statement","slug":"s-1","meeting":"un-symbol=A/1","delegation":"fr","kind":"SPEECH",\
            "part":"morning","speakers":[{"labelAsRecorded":"The President","capacity":"CHAIR"}],\
            "texts":[{"language":"fr","body":"Oui.\\nNon."}],"delivered":{"from":"2020-01-01","to":"2020-01-01","precision":"DAY"}}\
            """,
            "",
            """
            {"type":"Delegation","key":"fr","meeting":"m","actor":"iso3166-1-alpha3=FRA","sources":[{"source":"log"}]}\
            """,
            """
            {"slug":"m","type":"Meeting","title":"One","identifiers":[{"scheme":"un-symbol","value":"A/1"}],\
            "parts":[{"kind":"SITTING","key":"morning","number":null}]}\
            """,
            """
            {"type":"Source","slug":"log","title":"Log","kind":"OTHER","authority":"USER"}\
            """);
    assertThat(report.isKept()).as(report.toString()).isTrue();
    assertThat(
            database.rows(
                """
                select meeting.slug, actor.slug, part.kind, capacity, statement.delivered_on, statement.delivery, body
                from statement join meeting on meeting.id = statement.meeting_id
                join actor on actor.id = statement.actor_id join meeting_part part on part.id = part_id
                join speaker on speaker.statement_id = statement.id
                join text_version on text_version.statement_id = statement.id
                """))
        .containsExactly("m | france | SITTING | CHAIR | 2020-01-01 | UNKNOWN | Oui.\nNon.");
  }

  @Test
  void takesTheLinesOfTheDocumentation() throws Exception {
    String[] lines =
        Files.readAllLines(Path.of("src/docs/bundle.md")).stream()
            .filter(line -> line.startsWith("{"))
            .toArray(String[]::new);
    var report = run(false, lines);
    assertThat(report.isKept()).as(report.toString()).isTrue();
    assertThat(run(false, lines).toString()).containsPattern("statement +1 +0 +0 +1");
    assertThat(database.rows("select count(*) from citation_evidence")).containsExactly("1");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          {"type":"Forum","slug":"f"                                  | this is not JSON, at character
          [1]                                                         | a line is one JSON object, and this is none
          {"slug":"f"}                                                | "type" is missing; there are IdentifierScheme, Source
          {"type":"Forums","slug":"f"}                                | there is no type "Forums"; there are
          {"type":"Forum","slug":"f","kind":"OTHER"}                  | "name" is missing
          {"type":"Forum","slug":"f","kind":"OTHER","name":""}        | "name" is empty; what is not known is left out
          {"type":"Forum","slug":"f","kind":"OTHER","name":7}         | "name" is not a text: 7
          {"type":"Forum","slug":"f","kind":"PUB","name":"F"}         | "kind" is none of STANDING_BODY, TREATY_CONFERENCE
          {"type":"Forum","slug":"f","kind":"OTHER","name":"F","x":1} | Forum has no field "x"
          {"type":"Forum","slug":"f","slug":"g"}                      | this is not JSON, at character
          {"type":"Forum","slug":"f","kind":"OTHER","name":"a\\u0000"} | "name" holds \\u0000, which is no character
          {"type":"Forum","slug":"f","kind":"OTHER","name":"\\ud83d"}  | "name" holds \\ud83d, which is no character
          {"type":"Forum","slug":"f","kind":"OTHER","name":"F","parent":"g"} | there is no forum "g"
          {"type":"Forum","slug":"f","kind":"OTHER","name":"F","names":{}}   | "names" is not a list: {}
          {"type":"Forum","slug":"f","kind":"OTHER","name":"F","names":[{"text":"F","kind":"SHORT","y":1}]} | names[0]. Name has no field "y"
          {"type":"Meeting","slug":"m","title":"M","ordinal":1.5}     | "ordinal" is not a whole number: 1.5
          {"type":"Meeting","slug":"m","title":"M","ordinal":3000000000} | "ordinal" is not a whole number: 3000000000
          {"type":"Meeting","slug":"m","title":"M","held":"2020"}     | "held" is not an object: "2020"
          {"type":"Meeting","slug":"m","title":"M","held":{"on":"2020-01-01"}} | "held" has no field "on"
          {"type":"Meeting","slug":"m","title":"M","held":{"from":"2020-02-30","precision":"INTERVAL"}} | "held.from" is not a day as 1997-01-31
          {"type":"Meeting","slug":"m","title":"M","parts":[{"kind":"SITTING","key":" 1"}]} | "parts[0].key" begins with a space
          {"type":"Stance","holder":"france","target":{"type":"Tenure","ref":"x"},"position":"SUPPORT","method":"MANUAL","status":"ACCEPTED"} | "target.type" is no type of record: Tenure
          """)
  void namesWhatIsWrongWithALine(String line, String reason) throws Exception {
    String good = "{\"type\":\"Forum\",\"slug\":\"good\",\"kind\":\"OTHER\",\"name\":\"Good\"}";
    var report = run(true, good, line);
    assertThat(report.rejections()).hasSize(1);
    assertThat(report.toString()).contains("own.ndjson:2: ").contains(reason);
    assertThat(database.rows(COUNT)).containsExactly("1");
  }

  @Test
  void rejectsARecordThatIsThereTwice() throws Exception {
    String line = "{\"type\":\"Forum\",\"slug\":\"f\",\"kind\":\"OTHER\",\"name\":\"F\"}";
    assertThat(run(false, line, line).toString())
        .contains("own.ndjson:2: this forum is in line 1 already");
    assertThat(database.rows(COUNT)).containsExactly("0");
  }

  @Test
  void countsALineWithSeveralFaultsOnce() throws Exception {
    String line =
        """
        {"type":"Meeting","slug":"m","title":"M",\
        "roles":[{"role":"HOST","actor":"atlantis"},{"role":"HOST","actor":"utopia"}]}\
        """;
    var report = run(true, line);
    assertThat(report.rejections()).hasSize(2);
    assertThat(report.toString())
        .contains("Rejected: 2, in 1 of the lines")
        .contains("own.ndjson:1: there is no actor \"atlantis\"")
        .contains("own.ndjson:1: there is no actor \"utopia\"");
  }

  @Test
  void readsAFolderThatALinkLeadsTo() throws Exception {
    String line = "{\"type\":\"Forum\",\"slug\":\"f\",\"kind\":\"OTHER\",\"name\":\"F\"}\n";
    Path real = Files.createDirectory(folder.resolve("real"));
    Files.writeString(real.resolve("own.ndjson"), line);
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    assertThat(database.run("bundle", link).isKept()).isTrue();
    assertThat(database.rows(COUNT)).containsExactly("1");
    Files.createSymbolicLink(real.resolve("back"), real);
    assertThat(database.run("bundle", link).toString())
        .contains("back leads back to a folder that it is in");
  }

  @Test
  void namesFilesThatAreNotWhatTheyShouldBe() throws Exception {
    String line = "{\"type\":\"Forum\",\"slug\":\"f\",\"kind\":\"OTHER\",\"name\":\"F\"}\n";
    Path file = folder.resolve("own.ndjson");
    var bundle = new Import("bundle", List.of(folder), false, true);
    assertThat(database.run(bundle).toString())
        .contains("bundle: there is no file whose name ends in .ndjson");
    Files.writeString(file, "");
    assertThat(database.run(bundle).toString()).contains("own.ndjson: the file is empty");
    Files.write(file, (line + "{\"slug\":\"é\"}").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(database.run(bundle).toString()).contains("own.ndjson:2: the line is not UTF-8");
    try (var out = Files.newBufferedWriter(file)) {
      out.write(line);
      String much = "x".repeat(1 << 20);
      for (int i = 0; i < 33; i++) {
        out.write(much);
      }
    }
    assertThat(database.run(bundle).toString())
        .contains("own.ndjson:2: the line is longer than 32 MB");
    Files.writeString(file, line + line.substring(0, 20));
    assertThat(database.run(new Import("bundle", List.of(file), false, false)).toString())
        .contains("own.ndjson:2: this is not JSON, at character");
    assertThat(database.rows(COUNT)).containsExactly("0");
    Files.writeString(file, "\uFEFF" + line.replace("\n", "\r\n"));
    assertThat(database.run(bundle).isKept()).isTrue();
    assertThat(database.rows(COUNT)).containsExactly("1");
  }

  @Test
  void readsFilesOfOneNameInSeveralFolders() throws Exception {
    var folders = new ArrayList<Path>();
    for (String slug : List.of("one", "two")) {
      Path own = Files.createDirectory(folder.resolve(slug));
      Files.writeString(
          own.resolve("forum.ndjson"),
          "{\"type\":\"Forum\",\"slug\":\"%1$s\",\"kind\":\"OTHER\",\"name\":\"%1$s\"}\n"
              .formatted(slug));
      folders.add(own);
    }
    // and one of them again by itself
    folders.add(folders.getLast().resolve("forum.ndjson"));
    assertThat(database.run(new Import("bundle", folders, false, false)).toString())
        .contains("Kept.");
    assertThat(database.rows("select slug from forum order by slug")).containsExactly("one", "two");
  }

  @Test
  void rejectsTwoRecordsThatAreOneInTheDatabase() throws Exception {
    String form =
        "{\"type\":\"Forum\",\"slug\":\"%s\",\"kind\":\"OTHER\",\"name\":\"%s\",\"identifiers\":[%s]}";
    String x = "{\"scheme\":\"un-symbol\",\"value\":\"X\"}";
    String y = "{\"scheme\":\"popolo\",\"value\":\"Y\"}";
    assertThat(run(false, form.formatted("f", "First", x + "," + y)).isKept()).isTrue();
    var report = run(true, form.formatted("a", "Ann", x), form.formatted("b", "Anne", y));
    assertThat(report.toString())
        .contains("own.ndjson:2: this forum and that of line 1 are one in the database");
    assertThat(database.rows("select name from forum")).containsExactly("Ann");
  }
}
