package org.meetingrecords.importing.treaties;

import static org.assertj.core.api.Assertions.assertThat;

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
class TreatyStatusTest {

  private static ImportingDatabase database;

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    database = ImportingDatabase.named("importing_treaties");
    first = database.run("treaty-status", ImportingDatabase.files("treaty-status", folder));
  }

  @Test
  void makesAnInstrumentOfEachTreaty() {
    assertThat(first.isKept()).as(first.toString()).isTrue();
    assertThat(
            database.rows(
                """
                select value, slug, kind, title, adopted_on
                from instrument join identifier on record_id = instrument.id and scheme = 'un-treaty'
                order by instrument.id
                """))
        .containsExactly(
            "I-2 | un-treaty-i-2 | DECLARATION | Declarations of acceptance of the duties of neighbours | 1945-10-24",
            "IV-9 | un-treaty-iv-9 | TREATY | Convention on the Kindness to Neighbours | 1966-03-07",
            "IV-9-b | un-treaty-iv-9-b | PROTOCOL | Optional Protocol to the Convention on the Kindness to Neighbours | null",
            "IV-10 | un-treaty-iv-10 | AMENDMENT | Amendment to article 3 of the Convention on Kindness | 1976-03-08");
    assertThat(
            database.rows(
                """
                select recorded_field.name, value from recorded_field join instrument on instrument.id = record_id
                where slug = 'un-treaty-iv-10' order by 1
                """))
        .containsExactly(
            "chapter_name | Kindness",
            "chapter_url | http://example.org/Chapter.aspx?id=4",
            "treaty_name | Amendment to article 3 of the Convention on Kindness. New York, 8 March 1976",
            "url | http://example.org/View.aspx?src=TREATY&mtdsg_no=IV-10&chapter=4&lang=en");
  }

  @Test
  void readsEachActByItsMark() {
    assertThat(
            database.rows(
                """
                select instrument.slug, participant_as_recorded, actor.slug, action, action_as_recorded, date, locator
                from treaty_action join instrument on instrument.id = instrument_id
                left join actor on actor.id = actor_id
                join treaty_action_source on treaty_action_id = treaty_action.id
                where text is null order by treaty_action.id
                """))
        .containsExactly(
            "un-treaty-i-2 | Albania | albania | OTHER | Resolution: 995 (X); Date of Adoption: 14 Dec 1955; UNTS Volume: 223 | 1955-12-14 | treaties/1-2.csv, line 2",
            "un-treaty-iv-9-b | Japan | japan | OTHER | Definitive signature of the Protocol, Acceptance of the Protocol | 1985-02-04 | treaties/4-9-b.csv, line 2",
            "un-treaty-iv-9-b | Japan | japan | SIGNATURE_AD_REFERENDUM | Signature ad referendum (s) | 1985-02-05 | treaties/4-9-b.csv, line 2",
            "un-treaty-iv-9-b | Fiji | fiji | OTHER | Participant | null | treaties/4-9-b.csv, line 3",
            "un-treaty-iv-9 | Albania | albania | ACCESSION | Accession(a) | 1994-05-11 | treaties/4-9.csv, line 2",
            "un-treaty-iv-9 | Bolivia (Plurinational State of) | bolivia | SIGNATURE | Signature | 1985-02-04 | treaties/4-9.csv, line 3",
            "un-treaty-iv-9 | Bolivia (Plurinational State of) | bolivia | RATIFICATION | Ratification | 1987-04-01 | treaties/4-9.csv, line 3",
            "un-treaty-iv-9 | European Union | european-union | SIGNATURE | Signature | 2002-08-05 | treaties/4-9.csv, line 4",
            "un-treaty-iv-9 | Japan | japan | ACCEPTANCE | Acceptance(A) | 1987-03-03 | treaties/4-9.csv, line 5",
            "un-treaty-iv-9 | Russian Federation | russian-federation | SIGNATURE | Signature | 1966-08-06 | treaties/4-9.csv, line 6",
            "un-treaty-iv-9 | Russian Federation | russian-federation | RATIFICATION | Ratification | 1968-02-06 | treaties/4-9.csv, line 6",
            "un-treaty-iv-9 | Serbia | serbia | SUCCESSION | Succession(d) | 2001-03-12 | treaties/4-9.csv, line 7",
            "un-treaty-iv-9 | Union of the Valleys | null | ACCESSION | Accession(a) | 2000-01-01 | treaties/4-9.csv, line 8");
    assertThat(first.notes())
        .containsEntry("acts whose participant stays as recorded: Union of the Valleys", 1L)
        .containsEntry("participants without any date", 1L)
        .containsEntry("rows with columns that are no acts, kept as one act", 1L)
        .containsEntry("instruments without a table", 1L);
  }

  @Test
  void readsDeclarationsReservationsAndObjections() {
    assertThat(
            database.rows(
                """
                select action.participant_as_recorded, action.action, action.action_as_recorded, action.text,
                  objected.participant_as_recorded
                from treaty_action action left join treaty_action objected on objected.id = action.objects_to_id
                where action.text is not null order by action.id
                """))
        .containsExactly(
            "Albania | RESERVATION | Reservation | Reservation:Albania does not consider itself bound by article 3. | null",
            "Bolivia (Plurinational State of) | DECLARATION | null | \"Bolivia declares that kindness is a habit.\" | null",
            "Japan | OBJECTION | null | The Government of Japan objects to the reservation made by the Government of Albania.\nA second line. | Albania",
            "Serbia | RESERVATION | null | We reserve the right to be kinder. | null");
    assertThat(first.notes())
        .containsEntry("participants under declarations without any words", 1L)
        .containsEntry("objections linked", 1L);
  }

  @Test
  void changesNothingTheSecondTime() {
    var again = database.run("treaty-status", folder);
    assertThat(again.toString().lines().filter(line -> line.matches("[a-z ]+( +\\d+){4}")))
        .isNotEmpty()
        .allMatch(line -> line.matches("[a-z ]+ +(\\d+) +0 +0 +\\1"));
  }

  @Test
  void namesTheRowsAndFilesThatCannotBeTakenIn(@TempDir Path other) throws Exception {
    ImportingDatabase.files("treaty-status", other);
    Path table = other.resolve("treaties/4-9.csv");
    Files.writeString(
        table,
        Files.readString(table).replace("11 May 1994 a", "31 Jun 1994 a").replace("Japan,,", ",,"));
    Files.copy(table, other.resolve("treaties/99-1.csv"));
    Path index = other.resolve("index.csv");
    Files.writeString(index, Files.readString(index).replace("mtdsg_no=IV-10", "number=IV-10"));
    Path texts = other.resolve("declarations/4-9.txt");
    Files.writeString(texts, "Words of nobody.\n" + Files.readString(texts));
    assertThat(database.run(new Import("treaty-status", List.of(other), true, true)).toString())
        .contains(
            "index.csv:5: url has no number of a treaty as mtdsg_no=IV-9",
            "treaties/4-9.csv:2: Ratification, Acceptance(A), Accession(a), Succession(d) is not a day as 4 Feb 1985 a: 31 Jun 1994 a",
            "treaties/4-9.csv:5: Participant is empty",
            "treaties/99-1.csv: index.csv has no treaty 99-1",
            "declarations/4-9.txt:1: words before the first line as #Cuba",
            "Rejected: 5");
    Files.write(texts, "#Cuba\n\u00e9".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(database.run(new Import("treaty-status", List.of(other), true, true)).toString())
        .contains("declarations/4-9.txt:1: the text after this line is not UTF-8");
    Files.writeString(table, "Country,Signature\n");
    assertThat(database.run(new Import("treaty-status", List.of(other), true, true)).toString())
        .contains("treaties/4-9.csv:1: the header has no column \"Participant\"");
    Files.delete(index);
    assertThat(database.run("treaty-status", other).toString())
        .contains("index.csv: this file is not among those given");
  }
}
