package org.meetingrecords.importing.review;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.loading.Report;

@BesideOthers
class RecommendationsTest {

  private static ImportingDatabase database;

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    database = ImportingDatabase.named("importing_recommendations");
    first = database.run("upr", ImportingDatabase.files("upr", folder));
  }

  @Test
  void makesAStatementOfEachRecommendation() {
    assertThat(first.isKept()).as(first.toString()).isTrue();
    assertThat(
            database.rows(
                """
                select value, statement.slug, statement.kind, meeting.title, statement.year, attribution, actor.slug, body
                from statement join identifier on record_id = statement.id and scheme = 'upr'
                join meeting on meeting.id = meeting_id left join actor on actor.id = statement.actor_id
                join text_version on statement_id = statement.id order by statement.id
                """))
        .containsExactly(
            "S12-ATG-AUT-e5d0d3d5 | upr-s12-atg-aut-e5d0d3d5 | RECOMMENDATION | 12th session of the Working Group on the Universal Periodic Review | 2011 | Austria | austria | Build a school on each island, with a library.",
            "S12-ATG-LCA-299bf014 | upr-s12-atg-lca-299bf014 | RECOMMENDATION | 12th session of the Working Group on the Universal Periodic Review | 2011 | St Lucia | saint-lucia | Let every book be read.",
            "S12-ATG-LCA-299bf014-2 | upr-s12-atg-lca-299bf014-2 | RECOMMENDATION | 12th session of the Working Group on the Universal Periodic Review | 2011 | St Lucia | saint-lucia | Let every book be read.",
            "S11-SDN-PSE-a617ea92 | upr-s11-sdn-pse-a617ea92 | RECOMMENDATION | 11th session of the Working Group on the Universal Periodic Review | 2011 | Palestine | palestine | Plant trees.",
            "S11-SDN-XXX-75b46c2c | upr-s11-sdn-xxx-75b46c2c | RECOMMENDATION | 11th session of the Working Group on the Universal Periodic Review | 2011 | (Unknown) | null | Plant more trees.",
            "S11-SDN-XXX-a0466c18 | upr-s11-sdn-xxx-a0466c18 | RECOMMENDATION | 11th session of the Working Group on the Universal Periodic Review | 2011 | Atlantis | null | Plant flowers too.");
    assertThat(first.notes())
        .containsEntry("recommendations that repeat an earlier one word for word", 1L)
        .containsEntry("recommending states that the file does not name", 1L)
        .containsEntry("recommending states that stay as recorded: Atlantis", 1L)
        .containsEntry("recommendations without an issue", 1L);
  }

  @Test
  void makesTheAnswerAStanceOfTheReviewedState() {
    assertThat(
            database.rows(
                """
                select holder.slug, addressed.slug, target_type, target_id = statement.id, position, position_as_recorded,
                  speech_act, method, status, coder, locator
                from stance join actor holder on holder.id = holder_id
                join statement on statement.id = target_id
                join addressee on addressee.statement_id = statement.id
                join actor addressed on addressed.id = addressee.actor_id
                join stance_source on stance_id = stance.id order by stance.id
                """))
        .containsExactly(
            "antigua-and-barbuda | antigua-and-barbuda | STATEMENT | t | SUPPORT | Accepted | ACCEPTS | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 2",
            "antigua-and-barbuda | antigua-and-barbuda | STATEMENT | t | NEUTRAL | Noted | NOTES | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 3",
            "antigua-and-barbuda | antigua-and-barbuda | STATEMENT | t | SUPPORT | Accepted | ACCEPTS | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 4",
            "sudan | sudan | STATEMENT | t | NEUTRAL | Noted | NOTES | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 5",
            "sudan | sudan | STATEMENT | t | SUPPORT | Accepted | ACCEPTS | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 6",
            "sudan | sudan | STATEMENT | t | SUPPORT | Accepted | ACCEPTS | IMPORTED | ACCEPTED | UPR Info | upr.csv, line 7");
  }

  @Test
  void splitsIssuesAndKeepsWhatHasNoPlace() {
    assertThat(
            database.rows(
                """
                select topic.name, count(*) from statement_topic join topic on topic.id = topic_id
                group by 1 order by 1
                """))
        .containsExactly("Environment | 2", "Right to education | 3", "Rights of the Child | 1");
    assertThat(
            database.rows(
                """
                select recorded_field.name, value from recorded_field join statement on statement.id = record_id
                where attribution = '(Unknown)' order by 1
                """))
        .containsExactly(
            "Action | 1",
            "From-Org | (Unknown)",
            "From-Rgrp | (Unknown)",
            "To-Org | AU, OIC",
            "To-Rgrp | Africa");
    assertThat(
            database.rows(
                """
                select meeting.slug, actor.slug, name_as_recorded from delegation
                join meeting on meeting.id = meeting_id left join actor on actor.id = actor_id
                order by 1, 2
                """))
        .containsExactly(
            "upr-session-11 | palestine | Palestine",
            "upr-session-11 | sudan | Sudan",
            "upr-session-11 | null | Atlantis",
            "upr-session-12 | antigua-and-barbuda | Antigua & Barbuda",
            "upr-session-12 | austria | Austria",
            "upr-session-12 | saint-lucia | St Lucia");
  }

  @Test
  void changesNothingTheSecondTime() {
    var again = database.run("upr", folder);
    assertThat(again.toString().lines().filter(line -> line.matches("[a-z ]+( +\\d+){4}")))
        .isNotEmpty()
        .allMatch(line -> line.matches("[a-z ]+ +(\\d+) +0 +0 +\\1"));
  }

  @Test
  void readsTheRawFilesOfAnOldMacintosh(@TempDir Path other) throws Exception {
    Charset macRoman = Charset.forName("x-MacRoman");
    String raw =
        """
        To,To-Rgrp,To-Org,Text,From,From-Rgrp,From-Org,Response,Action,Issue,Session
        Cote d'Ivoire,Africa,AU,"Teach “reading”, and à la carte.",France,WEOG,EU,Accepted,4,Right to education,6
        """;
    Path file = other.resolve("raw.csv");
    Files.write(file, raw.replace('\n', '\r').getBytes(macRoman));
    var report = database.run(new Import("upr", List.of(other), true, false));
    assertThat(report.isClean()).as(report.toString()).isTrue();
    assertThat(report.notes()).containsEntry("files in MacRoman", 1L);
    assertThat(report.toString()).containsPattern("statement +1 +1 +0 +0");
    Files.write(file, raw.getBytes(macRoman));
    assertThat(database.run(new Import("upr", List.of(other), true, false)).toString())
        .contains("raw.csv:", "is not UTF-8");
  }

  @Test
  void namesTheRowsThatCannotBeTakenIn(@TempDir Path other) throws Exception {
    Path file = ImportingDatabase.files("upr", other).resolve("upr.csv");
    String good = Files.readString(file, StandardCharsets.UTF_8);
    Files.writeString(
        file,
        good.replace("OAS,Noted,2", "OAS,Pending,2")
            .replace("Noted,1,,11", "Noted,1,,eleven")
            .replace("Plant more trees.", "")
            .replace(
                "Sudan,Africa,\"AU, OIC\",Plant flowers", ",Africa,\"AU, OIC\",Plant flowers"));
    assertThat(database.run(new Import("upr", List.of(other), true, true)).toString())
        .contains(
            "upr.csv:3: Response is not Accepted or Noted: Pending",
            "upr.csv:5: Session is not a number: eleven",
            "upr.csv:6: Text is empty",
            "upr.csv:7: To is empty",
            "Rejected: 4");
    Files.delete(file);
    assertThat(database.run("upr", other).toString())
        .contains("upr.csv: this file is not among those given");
  }
}
