package org.meetingrecords.importing.council;

import static org.assertj.core.api.Assertions.assertThat;

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
class CouncilDebatesTest {

  private static ImportingDatabase database;

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    database = ImportingDatabase.named("importing_council");
    first = database.run("unsc-debates", ImportingDatabase.files("unsc-debates", folder));
  }

  @Test
  void makesMeetingsOfRecordsAndPartsOfResumptions() {
    assertThat(first.isKept()).as(first.toString()).isTrue();
    assertThat(
            database.rows(
                """
                select value, title, held_from, held_to, mode, ordinal, forum.name
                from meeting join identifier on record_id = meeting.id and scheme = 'un-symbol'
                join forum on forum.id = forum_id order by meeting.id
                """))
        .containsExactly(
            "S/PV.99001 | 99001st meeting of the United Nations Security Council | 2020-02-03 |"
                + " 2020-02-04 | IN_PERSON | 99001 | United Nations Security Council",
            "S/2020/9001 | Videoconference of the members of the United Nations Security Council,"
                + " S/2020/9001 | 2020-04-06 | 2020-04-06 | VIRTUAL | null | United Nations"
                + " Security Council");
    assertThat(database.rows("select kind, number, symbol, held_on from meeting_part"))
        .containsExactly("RESUMED_SESSION | 1 | S/PV.99001 (Resumption 1) | 2020-02-04");
    assertThat(
            database.rows(
                """
                select agenda_item.title, topic.name, (select count(*) from statement_agenda_item), (select count(*) from statement_topic)
                from agenda_item join meeting_topic using (meeting_id) join topic on topic.id = topic_id
                """))
        .containsExactly("Peace in the valleys | Peace in the valleys | 12 | 12");
    assertThat(first.notes()).containsEntry("speeches without a topic", 4L);
  }

  @Test
  void keepsTheOrderAndTellsWhoWasHeardFromWhoWrote() {
    assertThat(
            database.rows(
                """
                select sequence, statement.kind, delivery, statement.language, procedural, attribution, actor.slug,
                  relation, text_version.word_count
                from statement left join actor on actor.id = statement.actor_id
                join text_version on statement_id = statement.id order by meeting_id, sequence
                """))
        .containsExactly(
            "1 | CHAIR_STATEMENT | SPOKEN | fr | t | The President (spoke in French) | null |"
                + " OFFICIAL_TRANSLATION | 13",
            "2 | BRIEFING | SPOKEN | en | f | Mr. Lund | null | ORIGINAL | 6",
            "3 | SPEECH | SPOKEN | en | f | Mr. Tammsaar (Estonia) | estonia | ORIGINAL | 25",
            "4 | SPEECH | SPOKEN | fr | f | Mr. Roux (spoke in French) (France) | france |"
                + " OFFICIAL_TRANSLATION | 9",
            "5 | SPEECH | SPOKEN | fr | f | The President (spoke in French) | belgium |"
                + " OFFICIAL_TRANSLATION | 23",
            "6 | BRIEFING | SPOKEN | en | f | Ms. Noor | null | ORIGINAL | 5",
            "7 | SPEECH | SPOKEN | es | f | Ms. Rivas (El Salvador) (spoke in Spanish) |"
                + " el-salvador | OFFICIAL_TRANSLATION | 10",
            "8 | BRIEFING | SPOKEN | en | f | Mr. Alder | null | ORIGINAL | 4",
            "9 | CHAIR_STATEMENT | SPOKEN | en | t | The President | null | ORIGINAL | 6",
            "10 | SPEECH | SPOKEN | en | f | Mr. Tammsaar (Estonia) | estonia | ORIGINAL | 6",
            "11 | SPEECH | SPOKEN | en | f | Mr. Berg | european-union | ORIGINAL | 4",
            "12 | SPEECH | SPOKEN | en | f | Mr. Haddad (Palestine) | palestine | ORIGINAL | 6",
            "0 | WRITTEN_STATEMENT | WRITTEN_ONLY | null | f | Mr. Tamsaar (Estonia) | null |"
                + " UNKNOWN | 44",
            "1 | SPEECH | VIDEO_MESSAGE | null | f | Belgium | belgium | UNKNOWN | 4",
            "2 | SPEECH | VIDEO_MESSAGE | null | f | Mr. Jaan Tammsaar (Estonia) | estonia |"
                + " UNKNOWN | 3",
            "3 | WRITTEN_STATEMENT | WRITTEN_ONLY | null | f | Fiji | fiji | UNKNOWN | 3");
  }

  @Test
  void tellsInWhichCapacityEachSpoke() {
    assertThat(
            database.rows(
                """
                select sequence, capacity, person.name, position.title, rank, affiliation.name, label_as_recorded, confidence
                from speaker join statement on statement.id = statement_id
                left join person on person.id = person_id left join position on position.id = position_id
                left join actor affiliation on affiliation.id = affiliation_id
                order by meeting_id, sequence, speaker.id
                """))
        .containsExactly(
            "1 | CHAIR | Claes | President | EXECUTIVE_HEAD | Belgium | The President, Mrs. Claes |"
                + " null",
            "2 | BRIEFER | Lund | Special Envoy | SPECIAL_ENVOY | United Nations | Mr. Lund | null",
            "3 | NATIONAL | Jaan Tammsaar | null | null | Estonia | Mr. Tammsaar | 0.9",
            "4 | NATIONAL | Roux | null | null | France | Mr. Roux | null",
            "5 | CHAIR | Claes | President | EXECUTIVE_HEAD | Belgium | The President, Mrs. Claes |"
                + " null",
            "5 | NATIONAL | Claes | Minister for Foreign Affairs | FOREIGN_MINISTER | Belgium |"
                + " Minister for Foreign Affairs of Belgium | null",
            "6 | BRIEFER | Noor | null | null | null | Ms. Noor | null",
            "7 | NATIONAL | Rivas | null | null | El Salvador | Ms. Rivas | null",
            "8 | BRIEFER | Alder | null | null | Society of Bridges | Mr. Alder | null",
            "9 | CHAIR | null | President | EXECUTIVE_HEAD | Belgium | The President, Mrs."
                + " Claes/Mr. Maes | null",
            "10 | NATIONAL | Jaan Tammsaar | null | null | Estonia | Jaan Tammsaar | null",
            "11 | GROUP_COORDINATOR | Berg | null | null | European Union | Mr. Berg | null",
            "12 | NATIONAL | Haddad | null | null | Palestine | Mr. Haddad | null",
            "0 | CHAIR | Jaan Tammsaar | President | EXECUTIVE_HEAD | Estonia | The President, Mr."
                + " Tamsaar | 0.9",
            "1 | NATIONAL | null | null | null | Belgium | null | null",
            "2 | NATIONAL | Jaan Tammsaar | null | null | Estonia | Mr. Jaan Tammsaar | null",
            "3 | NATIONAL | null | null | null | Fiji | null | null");
    assertThat(
            database.rows(
                """
                select actor.slug, capacity, name_as_recorded from delegation
                join actor on actor.id = actor_id order by meeting_id, actor.slug
                """))
        .containsExactly(
            "belgium | MEMBER | Belgium",
            "el-salvador | NON_MEMBER_STATE | El] Salvador",
            "estonia | MEMBER | Estonia",
            "european-union | OBSERVER_IGO | EU",
            "france | MEMBER | spoke in French",
            "palestine | OBSERVER_STATE | Palestine",
            "belgium | MEMBER | Belgium",
            "estonia | MEMBER | Estonia",
            "fiji | NON_MEMBER_STATE | Fiji");
    assertThat(
            database.rows(
                "select actor.slug, representation.kind, name_as_recorded from representation"
                    + " left join actor on actor.id = actor_id order by representation.id"))
        .containsExactly(
            "latvia | ON_BEHALF_OF | Latvia", "european-union | ON_BEHALF_OF | the European Union");
    assertThat(
            database.rows(
                """
                select person.name, position.slug, on_behalf.slug, attested_on, label
                from attestation join tenure on tenure.id = tenure_id join person on person.id = person_id
                join position on position.id = position_id
                left join actor on_behalf on on_behalf.id = on_behalf_of_id order by 1, 2, 4
                """))
        .containsExactly(
            "Claes | belgium-minister-for-foreign-affairs | null | 2020-02-03 | Minister for"
                + " Foreign Affairs of Belgium",
            "Claes | un-security-council-president | belgium | 2020-02-03 | The President",
            "Jaan Tammsaar | un-security-council-president | estonia | 2020-04-06 | The President",
            "Lund | united-nations-special-envoy | null | 2020-02-03 | Special Envoy");
  }

  @Test
  void reportsWhatIsOddAndKeepsWhatHasNoPlace() {
    assertThat(first.notes())
        .containsEntry("country column found by the state in the printed name: spoke in French", 1L)
        .containsEntry(
            "country column new as an actor, since no state or organisation has this name: Society"
                + " of Bridges",
            1L)
        .containsEntry("names of two people, of whom one spoke: Mrs. Claes/Mr. Maes", 1L)
        .containsEntry("people under several spellings: Jaan Tammsaar = Tammsaar = Tamsaar", 1L);
    assertThat(
            database.rows(
                """
                select recorded_field.name, value, source.slug from recorded_field
                join statement on statement.id = record_id join source on source.id = source_id
                where statement.slug = 'unsc-2020-spv-99001-spch007' order by 1
                """))
        .containsExactly(
            "country | El] Salvador | unsc-debates",
            "participanttype | Guest | unsc-debates",
            "sentences | 1 | unsc-debates",
            "tokens | 5 | unsc-debates",
            "types | 5 | unsc-debates");
    assertThat(
            database.rows(
                "select locator, retrieved_on is not null from source_link join statement on"
                    + " statement.id = record_id join source on source.id = source_id where"
                    + " sequence = 7"))
        .containsExactly("speeches.csv, line 8 | t");
  }

  @Test
  void changesNothingTheSecondTime() {
    String all =
        "select sum(version), count(*), max(updated_at) from record join statement using (id)";
    var before = database.rows(all);
    var again = database.run("unsc-debates", folder);
    assertThat(again.toString().lines().filter(line -> line.matches("[a-z ]+( +\\d+){4}")))
        .isNotEmpty()
        .allMatch(line -> line.matches("[a-z ]+ +(\\d+) +0 +0 +\\1"));
    assertThat(database.rows(all)).isEqualTo(before);
  }

  @Test
  void namesTheRowsThatCannotBeTakenIn(@TempDir Path other) throws Exception {
    Path file = ImportingDatabase.files("unsc-debates", other).resolve("speeches.csv");
    String good = Files.readString(file);
    Files.writeString(
        file,
        good.replace("99001,2,3 February 2020", "99001,2,30 February 2020")
            .replace("99001,3,3 February", "99001,1,3 February")
            .replace("2020_9001,1,6", "somewhere,1,6")
            .replace("UNSC_2020_SPV.99001_spch005", "UNSC_2020_SPV.99001_spch004")
            .replace("Ms. Noor,Guest,Individual", ",Guest,"));
    var report = database.run(new Import("unsc-debates", List.of(other), true, true));
    assertThat(report.toString())
        .contains(
            "speeches.csv:3: date is not a day as 8 January 2020: 30 February 2020",
            "speeches.csv:4: S/PV.99001 has a speech 1 already",
            "speeches.csv:6: speech UNSC_2020_SPV.99001_spch004 is there already",
            "speeches.csv:7: the row names neither a speaker nor a country",
            "speeches.csv:15: spv is not as 8699, 8699Resumption1 or 2020_254: somewhere",
            "Rejected: 5");
    Files.writeString(file, "filename,spv\n");
    assertThat(database.run("unsc-debates", other).toString())
        .contains("speeches.csv:1: the header has no column \"speech\"");
  }
}
