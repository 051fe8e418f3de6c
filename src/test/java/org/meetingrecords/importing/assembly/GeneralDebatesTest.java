package org.meetingrecords.importing.assembly;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.loading.Report;

@BesideOthers
class GeneralDebatesTest {

  private static ImportingDatabase database;

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    database = ImportingDatabase.named("importing_debates");
    first = database.run("ungdc", ImportingDatabase.files("ungdc", folder));
  }

  @Test
  void keepsTextsWithoutARowAndRowsWithoutAText() {
    assertThat(first.isKept()).as(first.toString()).isTrue();
    assertThat(
            database.rows(
                """
                select value, actor.slug, coalesce(attribution, '-'), word_count, year, part.title
                from statement join identifier on record_id = statement.id and scheme = 'ungdc'
                left join actor on actor.id = statement.actor_id
                join meeting_part part on part.id = part_id order by statement.id
                """))
        .containsExactly(
            "POL_70_2015 | poland | Mr. Jan Kowal | 5 | 2015 | General debate",
            "PRT_70_2015 | portugal | Maria Silva | 4 | 2015 | General debate",
            "EU_70_2015 | european-union | Ms. Anna Berg | 3 | 2015 | General debate",
            "CMR_70_2015 | cameroon | - | null | 2015 | General debate",
            "RUS_40_1985 | soviet-union | Mr. PETROV | 3 | 1985 | General debate",
            "RUS_40_1985-2 | soviet-union | Mr. Petrov | null | 1985 | General debate",
            "WSM_40_1985 | samoa | Mr. Tofi | 1 | 1985 | General debate",
            "league-of-towns_40_1985 | null | Mr. Alder | null | 1985 | General debate",
            "MNG_40_1985 | mongolia | - | 4 | 1985 | General debate");
    assertThat(database.rows("select body from text_version order by id limit 1"))
        .containsExactly("Mr. President,\nwe meet again.\n");
    assertThat(first.notes())
        .containsEntry("rows without a text", 3L)
        .containsEntry("texts without a row in the table of speakers", 1L)
        .containsEntry("speakers' states found by name, against the code: POR Portugal", 1L)
        .containsEntry("speakers whose state stays as recorded: League of Towns", 1L);
  }

  @Test
  void bringsPostsToOfficesAndSpellingsToPeople() {
    assertThat(
            database.rows(
                """
                select person.slug, person.name, position.slug, title, rank, label, attested_precision
                from attestation join tenure on tenure.id = tenure_id
                join person on person.id = person_id join position on position.id = position_id
                order by person.slug, label
                """))
        .containsExactly(
            "anna-berg | Anna Berg | european-union-president-of-the-european-council | President of the European Council | EXECUTIVE_HEAD | President of the European Council | YEAR",
            "jan-kowal | Jan Kowal | poland-president | President | HEAD_OF_STATE | President | YEAR",
            "maria-silva | Maria Silva | portugal-minister-for-foreign-affairs | Minister for Foreign Affairs | FOREIGN_MINISTER | Minister for Foregn Affairs | YEAR",
            "petrov | Petrov | soviet-union-minister-for-foreign-affairs | Minister for Foreign Affairs | FOREIGN_MINISTER | Minister for Foreign Affairs | YEAR",
            "petrov | Petrov | soviet-union-minister-for-foreign-affairs | Minister for Foreign Affairs | FOREIGN_MINISTER | Minister of Foreign Affairs | YEAR",
            "tofi | Tofi | samoa-prime-minister | Prime Minister | HEAD_OF_GOVERNMENT | PRIME MINISTER | YEAR");
    assertThat(database.rows("select count(*) from tenure")).containsExactly("5");
  }

  @Test
  void changesNothingTheSecondTime() {
    String all = "select sum(version), count(*), max(updated_at) from statement";
    var before = database.rows(all);
    var again = database.run("ungdc", folder);
    assertThat(again.toString().lines().filter(line -> line.matches("[a-z ]+( +\\d+){4}")))
        .hasSizeGreaterThan(10)
        .allMatch(line -> line.matches(".* 0 +0 +\\d+"));
    assertThat(database.rows(all)).isEqualTo(before);
  }

  @Test
  void namesTextsThatCannotBeRead(@TempDir Path other) throws Exception {
    ImportingDatabase.files("ungdc", other);
    Path text = other.resolve("TXT/Session 70 - 2015/POL_70_2015.txt");
    Files.write(text, new byte[] {'a', (byte) 0xE9, 'b'});
    assertThat(database.run("ungdc", other).toString())
        .contains("TXT/Session 70 - 2015/POL_70_2015.txt: the text is not UTF-8");
    Files.write(text, new byte[0]);
    assertThat(database.run("ungdc", other).toString()).contains("the text is empty");
    Files.writeString(other.resolve("Speakers_by_session.xlsx"), "no table");
    assertThat(database.run("ungdc", other).toString())
        .contains("Speakers_by_session.xlsx: is not a readable XLSX file");
  }
}
