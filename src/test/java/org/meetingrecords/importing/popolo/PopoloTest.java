package org.meetingrecords.importing.popolo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.ServedImports;
import org.meetingrecords.importing.loading.Report;

class PopoloTest {

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    first = ServedImports.DATABASE.run("popolo", ImportingDatabase.files("popolo", folder));
    assertThat(first.isKept()).as(first.toString()).isTrue();
  }

  @Test
  void bringsPeopleWithoutWhatIsNobodysBusiness() {
    assertThat(
            ServedImports.answer(
                """
                { person(by: { identifier: { scheme: "isle-parliament", value: "17" } }) {
                    name names { text kind language ended { asRecorded } } identifiers { scheme value }
                    recorded { name value } sources { locator source { title } } } }
                """))
        .isEqualTo(
            """
            {"person":{"name":"Inês Sá","names":[{"text":"Inês Lobo","kind":"FORMER","language":null,"ended":{"asRecorded":"2001"}},\
            {"text":"I. Sá","kind":"ALIAS","language":"pt","ended":null}],\
            "identifiers":[{"scheme":"isle-parliament","value":"17"},{"scheme":"popolo","value":"isle.org/person/1"}],\
            "recorded":[{"name":"link Home","value":"https://example.org/ines"},{"name":"link Home 2","value":"https://example.org/sa"},{"name":"family_name","value":"Sá"},\
            {"name":"area legislature term/2","value":"Porto Novo"}],\
            "sources":[{"locator":"isle.json","source":{"title":"Isle Assembly"}}]}}\
            """);
    assertThat(first.notes())
        .containsEntry("left out on purpose: birth_date of person", 1L)
        .containsEntry("left out on purpose: gender of person", 1L)
        .containsEntry("left out on purpose: image of person", 1L)
        .containsEntry("left out on purpose: email of person", 1L)
        .doesNotContainKey("left out on purpose: contact_details of person");
  }

  @Test
  void datesMembershipsByTheirPeriodAndTakesPostsForPositions() {
    assertThat(
            ServedImports.DATABASE.rows(
                """
                select position.title, rank, organization.name, behalf.name, started_from, started_precision, ended_from
                from tenure join person on person.id = person_id join position on position.id = position_id
                join actor organization on organization.id = organization_id
                left join actor behalf on behalf.id = on_behalf_of_id
                join identifier on record_id = person.id and scheme = 'popolo' and value = 'isle.org/person/1'
                order by started_from
                """))
        .containsExactly(
            "Member | MEMBER_OF_PARLIAMENT | Isle Assembly | Sea Party | 2020-05-01 | DAY |"
                + " 2022-12-31",
            "Prime Minister | HEAD_OF_GOVERNMENT | isle.org/cabinet | null | 2021-03-01 | MONTH |"
                + " null");
    assertThat(
            ServedImports.answer(
                """
                { actor(by: { identifier: { scheme: "popolo", value: "isle.org/party/sea" } }) {
                    kind parent { name } recorded { name value } memberships { group { name kind } role } } }
                """))
        .isEqualTo(
            """
            {"actor":{"kind":"POLITICAL_PARTY","parent":null,"recorded":[{"name":"parent_id","value":"isle.org/nowhere"}],\
            "memberships":[{"group":{"name":"Coalition","kind":"COALITION"},"role":"MEMBER"}]}}\
            """);
    assertThat(first.notes()).containsEntry("organizations of which only the id is known", 1L);
  }

  @Test
  void bringsADecisionForEachVoteEvent() {
    assertThat(
            ServedImports.answer(
                """
                { decision(by: { identifier: { scheme: "popolo", value: "isle.org/motion/1" } }) {
                    title decidedOn decided { asRecorded } method result yes no absent
                    meeting { title startsOn endsOn forum { name kind } } recorded { name value }
                    votes { nodes { person { name } group { name } option nameAsRecorded } } } }
                """))
        .isEqualTo(
            """
            {"decision":{"title":"Ports act","decidedOn":"2020-06-02","decided":{"asRecorded":"2020-06-02T16:35:00"},\
            "method":"RECORDED_VOTE","result":"ADOPTED","yes":2,"no":1,"absent":null,\
            "meeting":{"title":"10/2020","startsOn":"2020-06-02","endsOn":"2020-06-03",\
            "forum":{"name":"Isle Assembly","kind":"PARLIAMENT"}},\
            "recorded":[{"name":"context.sitting","value":"10/2020"},{"name":"context.date","value":"2020-06-02"},\
            {"name":"object.bill","value":"Bill 5"}],"votes":{"nodes":[\
            {"person":{"name":"Inês Sá"},"group":{"name":"Sea Party"},"option":"YES","nameAsRecorded":null},\
            {"person":{"name":"Rui Mota"},"group":null,"option":"NO","nameAsRecorded":null},\
            {"person":null,"group":null,"option":"YES","nameAsRecorded":"Eva Reis"},\
            {"person":null,"group":null,"option":"ABSENT","nameAsRecorded":"isle.org/person/77"}]}}}\
            """);
    assertThat(
            ServedImports.answer(
                """
                { decision(by: { identifier: { scheme: "popolo", value: "isle.org/motion/1-2" } }) {
                    decidedOn result abstain } }
                """))
        .isEqualTo(
            "{\"decision\":{\"decidedOn\":\"2020-06-03\",\"result\":\"UNKNOWN\",\"abstain\":1}}");
    assertThat(first.notes())
        .containsEntry("votes whose voter stays as recorded", 2L)
        .containsEntry("vote events whose counts are not those of their votes", 1L);
  }

  @Test
  void keepsWhatMotionsAndVoteEventsSayBeyondTheDecision() {
    assertThat(
            ServedImports.answer(
                """
                { decision(by: { identifier: { scheme: "isle-votes", value: "9" } }) {
                    title no identifiers { scheme value } recorded { name value } } }
                """))
        .isEqualTo(
            """
            {"decision":{"title":"Fisheries act","no":1,\
            "identifiers":[{"scheme":"isle-motions","value":"2"},{"scheme":"isle-votes","value":"9"},\
            {"scheme":"popolo","value":"isle.org/vote/9"}],\
            "recorded":[{"name":"counts blank","value":"3"},{"name":"legislative_session_id","value":"term/9"},\
            {"name":"organization_id","value":"isle.org/organization/isle-assembly"},\
            {"name":"motion_id","value":"isle.org/motion/2"},{"name":"name","value":"On fish"},\
            {"name":"date","value":"2020-06-04"},{"name":"object.bills","value":"Bill 6"},\
            {"name":"object.bills 2","value":"Bill 7"},{"name":"object.sponsors.name","value":"Sá"},\
            {"name":"object.sponsors 2.name","value":"Mota"},{"name":"end_date","value":"2020-06-06"}]}}\
            """);
    assertThat(first.notes())
        .containsEntry("kept as recorded: counts of decision", 1L)
        .containsEntry("left out: weight of vote", 1L);
  }

  @Test
  void takesMotionsBesideTheirVotesForOneDecision(@TempDir Path other) throws Exception {
    Files.writeString(
        other.resolve("reef.json"),
        """
        { "vote_events": [
            { "id": "v/1", "motion_id": "m/1", "start_date": "2021-03-04", "result": "pass", "counts": [ { "option": "yes", "value": 3 } ] },
            { "id": "v/2", "motion_id": "m/1", "start_date": "2021-03-05", "result": "fail" },
            { "id": "v/3", "motion_id": "m/9", "result": "pass" } ],
          "motions": [
            { "id": "m/1", "text": "Reef act", "requirement": "two thirds", "organization_id": "o/1" },
            { "id": "m/2", "text": "Sand act", "organization_id": "o/1" } ],
          "organizations": [ { "id": "o/1", "name": "Reef Council", "classification": "legislature" } ] }
        """);
    var database = ImportingDatabase.named("popolo_motions");
    assertThat(database.run("popolo", other).isKept()).isTrue();
    assertThat(
            database.rows(
                "select title, result, yes, majority_required from decision order by slug"))
        .containsExactly(
            "Sand act | UNKNOWN | null | null",
            "Reef act | ADOPTED | 3 | two thirds",
            "Reef act | REJECTED | null | two thirds",
            "v/3 | ADOPTED | null | null");
  }

  @Test
  void bringsSpeechesAtEvents() {
    assertThat(
            ServedImports.answer(
                """
                { meeting(by: { identifier: { scheme: "popolo", value: "isle.org/sitting/9" } }) {
                    title startsOn statements { nodes { sequence kind deliveredOn attribution
                      texts { language body } speakers { person { name } labelAsRecorded } recorded { name } } } } }
                """))
        .isEqualTo(
            """
            {"meeting":{"title":"Ninth sitting","startsOn":"2020-06-01","statements":{"nodes":[\
            {"sequence":1,"kind":"QUESTION","deliveredOn":"2020-06-01","attribution":"Mr MOTA",\
            "texts":[{"language":"en","body":"Why?"}],\
            "speakers":[{"person":{"name":"Rui Mota"},"labelAsRecorded":"Mr MOTA"}],"recorded":[{"name":"audio"}]},\
            {"sequence":2,"kind":"SPEECH","deliveredOn":null,"attribution":null,\
            "texts":[{"language":"und","body":"Good morning."}],\
            "speakers":[{"person":null,"labelAsRecorded":"A visitor"}],"recorded":[]}]}}}\
            """);
  }

  @Test
  void changesNothingTheSecondTimeAndKeepsNothingOfADryRun() {
    assertThat(ServedImports.changes(ServedImports.DATABASE.run("popolo", folder))).isEmpty();
    var dry = ServedImports.DATABASE.run(new Import("popolo", List.of(folder), true, false));
    assertThat(dry.isKept()).isFalse();
    assertThat(dry.isClean()).isTrue();
  }

  @Test
  void namesWhatCannotBeTakenIn(@TempDir Path other) throws Exception {
    ImportingDatabase.files("popolo", other);
    Path votes = other.resolve("votes.json");
    String good = Files.readString(votes);
    refused(
        votes,
        good.replace("\"option\": \"no\"", "\"option\": \"maybe\""),
        "votes.json:2: a vote has no voter, or an option that is none");
    refused(votes, "[ { \"a\": 1 } ]", "votes.json:1: the entry is neither person, organization");
    refused(votes, good.substring(0, good.length() / 2), "is not JSON");
    refused(votes, "<html>", "votes.json:1: is not JSON");
    refused(votes, "", "votes.json: the file is empty");
    refused(votes, "\"words\"", "votes.json:1: holds neither an object nor an array");
    refused(votes, "[]\n[]", "votes.json:2: goes on after its end");
    refused(votes, good.replace("Ports act", "Ports\\u0000act"), "a character that is none (NUL)");
    refused(votes, "[".repeat(100_000), "votes.json:1: is not JSON");
    Files.write(votes, good.replace("Ports", "Pórts").getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ServedImports.DATABASE.run("popolo", other).toString())
        .contains("votes.json:", "is not UTF-8", "Nothing was kept.");
  }

  private static void refused(Path file, String text, String reason) throws Exception {
    Files.writeString(file, text);
    var report = ServedImports.DATABASE.run("popolo", file.getParent());
    assertThat(report.isKept()).isFalse();
    assertThat(report.toString()).contains(reason, "Nothing was kept.");
  }
}
