package org.meetingrecords.importing.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.loading.Report;

@BesideOthers
class RollCallsTest {

  private static final String COUNTS =
      "select (select count(*) from decision), (select count(*) from vote), (select count(*) from"
          + " source)";

  private static ImportingDatabase database;

  @TempDir private Path folder;

  @BeforeAll
  static void migrate() {
    database = ImportingDatabase.named("importing_votes");
  }

  @BeforeEach
  void empty() throws Exception {
    ImportingDatabase.files("unga-votes", folder);
    try (var connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute("truncate decision, instrument, meeting, forum, topic, source cascade");
      statement.execute("delete from record where type not in ('ACTOR')");
    }
  }

  private Report run(boolean dryRun, boolean keepGoing) {
    return database.run(new Import("unga-votes", List.of(folder), dryRun, keepGoing));
  }

  private void replace(String file, String old, String next) throws Exception {
    Path path = folder.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, next));
  }

  @Test
  void readsDecisionsAsTheUnitedNationsWriteThem() {
    assertThat(run(false, false).isKept()).isTrue();
    assertThat(
            database.rows(
                """
                select decision.slug, decision.symbol, instrument.kind, decided_from, decided_precision,
                  levels, result, yes, no, abstain, meeting.slug
                from decision join meeting on meeting.id = meeting_id
                left join instrument on instrument.id = instrument_id order by decision.id
                """))
        .containsExactly(
            "unga-rcid-7 | R/1/361 | null | 1946-02-01 | MONTH | {PARAGRAPH,AMENDMENT} | REJECTED |"
                + " 1 | 1 | 1 | unga-session-1",
            "unga-rcid-20 | A/RES/2228(XXI) | RESOLUTION | 1966-12-01 | MONTH | {WHOLE} | ADOPTED |"
                + " 2 | 0 | 1 | unga-session-21",
            "unga-rcid-30 | A/DEC/34/422 | DECISION | 1979-12-01 | MONTH | {WHOLE} | ADOPTED | 2 |"
                + " 0 | 0 | unga-session-34",
            "unga-rcid-40 | A/RES/40/7 | RESOLUTION | 1985-11-01 | MONTH | {PARAGRAPH} | REJECTED |"
                + " 1 | 3 | 0 | unga-session-40",
            "unga-rcid-50 | A/RES/64/54 | RESOLUTION | 2009-12-10 | DAY | {} | ADOPTED | 2 | 0 | 1"
                + " | unga-session-64");
    assertThat(
            database.rows(
                "select record_type, scheme, value from identifier where value in ('50',"
                    + " 'A/RES/64/54', '64') order by 1"))
        .containsExactly(
            "DECISION | unga-rcid | 50",
            "INSTRUMENT | un-symbol | A/RES/64/54",
            "MEETING | unga-session | 64");
    assertThat(
            database.rows(
                "select decision.slug, topic.name from decision_topic join decision on decision.id"
                    + " = decision_id join topic on topic.id = topic_id order by 1, 2"))
        .containsExactly(
            "unga-rcid-20 | Economic development",
            "unga-rcid-40 | Colonialism",
            "unga-rcid-40 | Economic development");
  }

  @Test
  void linksVotesToWhoeverTheStateWasThen() {
    var report = run(false, false);
    assertThat(
            database.rows(
                """
                select name_as_recorded, code_as_recorded, actor.slug, option
                from vote left join actor on actor.id = actor_id order by vote.id
                """))
        .containsExactly(
            "Poland | PL | poland | NO",
            "Taiwan | TW | republic-of-china | YES",
            "Egypt | EG | egypt | ABSTAIN",
            "Russia | RU | soviet-union | YES",
            "Federal Republic of Germany | null | federal-republic-of-germany | ABSTAIN",
            "Yemen Arab Republic | null | yemen-arab-republic | YES",
            "Côte d’Ivoire | CI | cote-d-ivoire | YES",
            "Atlantis | null | null | YES",
            "Russia | RU | soviet-union | NO",
            "Czechoslovakia | CS | czechoslovakia | NO",
            "Yemen People's Republic | YD | democratic-yemen | NO",
            "Mongolia | MN | mongolia | YES",
            "Namibia | NA | namibia | YES",
            "Russia | RU | russian-federation | YES",
            "Yugoslavia | YU | serbia | ABSTAIN");
    assertThat(report.notes()).containsEntry("votes whose state stays as recorded: Atlantis", 1L);
  }

  @Test
  void changesNothingTheSecondTimeAndThenOnlyWhatChanged() throws Exception {
    run(false, false);
    assertThat(run(false, false).toString())
        .containsPattern("vote +15 +0 +0 +15")
        .containsPattern("decision +5 +0 +0 +5")
        .containsPattern("recorded field +\\d+ +0 +0");
    assertThat(database.rows("select max(version) from decision")).containsExactly("1");
    replace("un_votes.csv", "40,Mongolia,MN,yes", "40,Mongolia,MN,no");
    assertThat(run(false, false).toString())
        .containsPattern("vote +15 +0 +1 +14")
        .containsPattern("decision +5 +0 +1 +4")
        .containsPattern("instrument +4 +0 +0 +4");
    assertThat(database.rows("select slug, yes, no, version from decision where version > 1"))
        .containsExactly("unga-rcid-40 | 0 | 4 | 2");
  }

  @Test
  void keepsNothingOfADryRun() {
    var report = run(true, false);
    assertThat(report.isKept()).isFalse();
    assertThat(report.toString()).containsPattern("vote +15 +15 +0 +0").contains("dry run");
    assertThat(database.rows(COUNTS)).containsExactly("0 | 0 | 0");
  }

  @Test
  void stopsAtARejectedRowOrGoesOnWithoutIt() throws Exception {
    replace("un_votes.csv", "40,Mongolia,MN,yes", "40,Mongolia,MN,maybe\n999,Poland,PL,yes");
    var stopped = run(false, false);
    assertThat(stopped.isKept()).isFalse();
    assertThat(stopped.toString())
        .contains("un_votes.csv:13: vote is not yes, no or abstain: maybe", "Nothing was kept.");
    assertThat(database.rows(COUNTS)).containsExactly("0 | 0 | 0");
    var wentOn = run(false, true);
    assertThat(wentOn.isKept()).isTrue();
    assertThat(wentOn.isClean()).isFalse();
    assertThat(database.rows(COUNTS)).containsExactly("5 | 14 | 1");
    Path rejects = folder.resolve("rejects.csv");
    wentOn.writeRejects(rejects);
    assertThat(Files.readString(rejects))
        .isEqualToNormalizingNewlines(
            """
            file,line,reason,read
            un_votes.csv,13,"vote is not yes, no or abstain: maybe","40,Mongolia,MN,maybe"
            un_votes.csv,14,un_roll_calls.csv has no roll call 999,"999,Poland,PL,yes"
            """);
  }

  @Test
  void leavesARowThatTellsWhatBecameOfIt() throws Exception {
    run(false, false);
    replace("un_votes.csv", "40,Mongolia,MN,yes", "40,Mongolia,MN,maybe");
    run(false, false);
    run(true, false); // leaves none
    assertThat(
            database.rows(
                """
                select format, kept, rows_read > 0, rows_created > 0, rows_changed, rows_rejected, ended > began
                from import_run order by id desc limit 2
                """))
        .containsExactly(
            "unga-votes | f | f | f | 0 | 1 | t", "unga-votes | t | t | t | 0 | 0 | t");
  }

  @Test
  void rejectsAVoteThatIsThereTwice() throws Exception {
    replace("un_votes.csv", "7,Poland,PL,no", "7,Poland,PL,no\n7,Poland,PL,yes");
    assertThat(run(false, false).toString()).contains("un_votes.csv:3: this vote is in line 2");
    assertThat(database.rows(COUNTS)).containsExactly("0 | 0 | 0");
    assertThat(run(false, true).isKept()).isTrue();
    assertThat(
            database.rows(
                """
                select yes, no, abstain, count(*) filter (where option = 'YES'), count(*) filter (where option = 'NO')
                from decision join vote on decision_id = decision.id where decision.slug = 'unga-rcid-7' group by 1, 2, 3
                """))
        .containsExactly("1 | 1 | 1 | 1 | 1");
  }

  @Test
  void namesFilesThatAreNotWhatTheyShouldBe() throws Exception {
    Path votes = folder.resolve("un_votes.csv");
    Files.write(
        votes,
        "rcid,country,country_code,vote\n7,C\u00f4te,CI,yes\n"
            .getBytes(StandardCharsets.ISO_8859_1));
    assertThat(run(false, true).toString()).contains("un_votes.csv:", "is not UTF-8");
    Files.writeString(votes, "");
    assertThat(run(false, true).toString()).contains("un_votes.csv: the file is empty");
    Files.writeString(votes, "a,b\n1,2\n");
    assertThat(run(false, true).toString())
        .contains("un_votes.csv:1: the header has no column \"rcid\"");
    Files.delete(votes);
    assertThat(run(false, true).toString())
        .contains("un_votes.csv: this file is not among those given");
    assertThat(database.rows(COUNTS)).containsExactly("0 | 0 | 0");
  }

  @Test
  void waitsForAnotherImport() throws Exception {
    try (var other = database.address().connect();
        var statement = other.createStatement()) {
      statement.execute("select pg_advisory_lock(hashtextextended('meeting-records import', 0))");
      var waiting = CompletableFuture.supplyAsync(() -> run(false, false));
      Thread.sleep(500);
      assertThat(waiting).isNotDone();
      statement.execute("select pg_advisory_unlock_all()");
      assertThat(waiting.get(30, TimeUnit.SECONDS).isKept()).isTrue();
    }
  }

  @Test
  void keepsTheDayOnWhichItsFilesWereRetrieved() {
    String retrieved = "select retrieved_on from source";
    String today = LocalDate.now(ZoneOffset.UTC).toString();
    assertThat(run(false, false).isKept()).isTrue();
    assertThat(database.rows(retrieved)).first().asString().isGreaterThanOrEqualTo(today);
    var told = new Import("unga-votes", List.of(folder), false, false, LocalDate.of(2021, 3, 8));
    assertThat(database.run(told).toString()).containsPattern("source +1 +0 +1 +0");
    assertThat(run(false, false).toString()).containsPattern("source +1 +0 +0 +1");
    assertThat(database.rows(retrieved)).containsExactly("2021-03-08");
  }
}
