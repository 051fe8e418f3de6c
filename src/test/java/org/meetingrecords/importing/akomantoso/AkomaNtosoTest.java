package org.meetingrecords.importing.akomantoso;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.RunningApplication;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.ServedImports;

class AkomaNtosoTest {

  private static final String SITTING =
      "meeting(by: { identifier: { scheme: \"frbr-uri\", value: \"/akn/pt/debate/2020-06-01\" } })";

  @TempDir private static Path folder;

  @BeforeAll
  static void importOnceFromTheCommandLine() throws Exception {
    var address = ServedImports.DATABASE.address();
    var environment =
        Map.of(
            "SPRING_DATASOURCE_URL", address.url(),
            "SPRING_DATASOURCE_USERNAME", address.username(),
            "SPRING_DATASOURCE_PASSWORD", address.password());
    String files = ImportingDatabase.files("akoma-ntoso", folder).toString();
    try (var kept = RunningApplication.start(environment, "import", "akoma-ntoso", files)) {
      assertThat(kept.end()).as(kept.output()).isZero();
      assertThat(kept.output())
          .containsPattern("statement +7 +7 +0 +0")
          .contains("1  speakers whose reference stands for nobody, as recorded", "Kept.");
    }
  }

  @Test
  void bringsDebatesAsMeetingsOfTheParliament() {
    assertThat(
            ServedImports.answer(
                "{"
                    + SITTING
                    + """
                     { title startsOn country { slug } forum { name kind } agenda { number title parent { title } }
                       recorded { name value } sources { locator source { kind publisher publishedOn language citation } } } }
                    """))
        .isEqualTo(
            """
            {"meeting":{"title":"Sitting of the House","startsOn":"2020-06-01","country":{"slug":"portugal"},\
            "forum":{"name":"House of the Isle","kind":"PARLIAMENT"},\
            "agenda":[{"number":null,"title":"Opening","parent":null},{"number":"2.","title":"Ports bill","parent":null},\
            {"number":null,"title":"Questions","parent":{"title":"Ports bill"}}],\
            "recorded":[{"name":"preface","value":"Sitting of the House, 1 June 2020"}],\
            "sources":[{"locator":"sitting.xml","source":{"kind":"OFFICIAL_RECORD","publisher":"Gazette of the Isle",\
            "publishedOn":"2020-06-05","language":"en",\
            "citation":"Sitting of the House, Gazette of the Isle, /akn/pt/debate/2020-06-01"}}]}}\
            """);
    assertThat(
            ServedImports.answer(
                """
                { meeting(by: { identifier: { scheme: "akoma-ntoso", value: "plain_2" } }) {
                    title startsOn held { asRecorded } statements { nodes { attribution language
                      texts { language body } speakers { person { name } capacity } } } } }
                """))
        .isEqualTo(
            """
            {"meeting":{"title":"13 JULAI 2020 (ISNIN)","startsOn":"2020-07-13","held":{"asRecorded":"13 JULAI 2020 (ISNIN)"},\
            "statements":{"nodes":[{"attribution":null,"language":null,"texts":[{"language":"und","body":"Selamat\\npagi."}],\
            "speakers":[{"person":{"name":"TUAN SPEAKER"},"capacity":"CHAIR"}]},\
            {"attribution":null,"language":null,"texts":[{"language":"und","body":"Terima kasih."}],\
            "speakers":[{"person":{"name":"RUI MOTA"},"capacity":"UNKNOWN"}]}]}}}\
            """);
  }

  @Test
  void bringsSpeechesInOrderWithWhoSpokeInWhichRole() {
    assertThat(
            ServedImports.DATABASE.rows(
                """
                select sequence, statement.kind, procedural, attribution, person.name, position.title, capacity, item.title
                from statement join meeting on meeting.id = meeting_id
                left join speaker on speaker.statement_id = statement.id left join person on person.id = person_id
                left join position on position.id = position_id
                left join statement_agenda_item link on link.statement_id = statement.id
                left join agenda_item item on item.id = agenda_item_id
                where meeting.slug = 'akn-pt-debate-2020-06-01' order by sequence
                """))
        .containsExactly(
            "1 | NARRATIVE | t | null | null | null | null | Opening",
            "2 | SPEECH | t | The Speaker (Ms Sá): | Inês Sá | Speaker | CHAIR | Opening",
            "3 | QUESTION | f | null | RUI MOTA | null | UNKNOWN | Questions",
            "4 | ANSWER | f | Mr CRUZ.- | null | null | UNKNOWN | Questions",
            "5 | NARRATIVE | f | null | null | null | null | Ports bill");
    assertThat(
            ServedImports.answer(
                """
                { person(by: { identifier: { scheme: "akoma-ntoso", value: "/ontology/person/isle/mota" } }) {
                    names { text } statements { totalCount } } }
                """))
        .isEqualTo(
            "{\"person\":{\"names\":[{\"text\":\"R. Mota\"}],\"statements\":{\"totalCount\":2}}}");
    assertThat(ServedImports.DATABASE.rows("select name from person where name = 'Never There'"))
        .isEmpty();
  }

  @Test
  void keepsAllWordsWithWhatTheyAre() {
    assertThat(
            ServedImports.DATABASE.rows(
                """
                select statement.sequence, segment.kind, segment.anchor, substr(body, start + 1, "end" - start)
                from segment join text_version on text_version.id = text_version_id
                join statement on statement.id = statement_id join meeting on meeting.id = meeting_id
                where meeting.slug = 'akn-pt-debate-2020-06-01' order by statement.sequence, segment.sequence
                """))
        .containsExactly(
            "1 | NOTE | null | The House met at ten o’clock.",
            "2 | PARAGRAPH | null | Good morning.",
            "3 | PARAGRAPH | null | Why",
            "3 | NOTE | null | (Laughter)",
            "3 | PARAGRAPH | null | ports?\nAnd where?",
            "3 | INCIDENT | null | Applause.",
            "4 | PARAGRAPH | null | Because of ships.",
            "4 | PARAGRAPH | null | And boats.",
            "5 | PARAGRAPH | null | The House divided.",
            "5 | NOTE | null | Ayes:",
            "5 | NOTE | null | Sá, Inês;",
            "5 | NOTE | null | Cruz;",
            "5 | NOTE | null | Noes:",
            "5 | NOTE | null | Mota, Rui.");
  }

  @Test
  void bringsVotesAndLinksOnlyNamesThatAgree() {
    assertThat(
            ServedImports.answer(
                "{"
                    + SITTING
                    + """
                     { decisions { nodes { title method result yes no agendaItem { title }
                       votes { nodes { person { name } option nameAsRecorded } } } } } }
                    """))
        .isEqualTo(
            """
            {"meeting":{"decisions":{"nodes":[{"title":"Ports bill","method":"RECORDED_VOTE","result":"ADOPTED","yes":2,"no":1,\
            "agendaItem":{"title":"Ports bill"},"votes":{"nodes":[\
            {"person":{"name":"Inês Sá"},"option":"YES","nameAsRecorded":"Sá, Inês"},\
            {"person":null,"option":"YES","nameAsRecorded":"Cruz"},\
            {"person":null,"option":"NO","nameAsRecorded":"Mota, Rui"}]}}]}}}\
            """);
  }

  @Test
  void changesNothingTheSecondTime() {
    assertThat(ServedImports.changes(ServedImports.DATABASE.run("akoma-ntoso", folder))).isEmpty();
  }

  @Test
  void namesFilesThatAreNotWhatTheyShouldBe(@TempDir Path other) throws Exception {
    ImportingDatabase.files("akoma-ntoso", other);
    String good = Files.readString(other.resolve("sitting.xml"));
    Files.writeString(other.resolve("secret.txt"), "a secret");
    String outer =
        "<!DOCTYPE akomaNtoso [<!ENTITY x SYSTEM \"%s\">]>"
            .formatted(other.resolve("secret.txt").toUri());
    refused(
        other,
        good.replace("<akomaNtoso ", outer + "<akomaNtoso ").replace("Good morning", "&x;"),
        "sitting.xml:2: the file declares a document type");
    refused(
        other,
        good.replace(
            "<akomaNtoso ", "<!DOCTYPE a [<!ENTITY a \"aa\"><!ENTITY b \"&a;&a;\">]><akomaNtoso "),
        "sitting.xml:2: the file declares a document type");
    refused(other, good.substring(0, good.length() / 2), "is not well-formed XML");
    refused(other, "", "sitting.xml:1: is not well-formed XML");
    refused(other, "{}", "sitting.xml:1: is not well-formed XML");
    refused(other, "<TEI/>", "sitting.xml:1: the root is <TEI>, not <akomaNtoso>");
    refused(
        other,
        "<akomaNtoso><act/></akomaNtoso>",
        "sitting.xml:1: the document is a <act>, not a <debate>");
    refused(other, "<akomaNtoso/>", "sitting.xml:1: there is no <debate> in it");
    refused(
        other,
        good.replaceAll("(?s)<debateBody>.*</debateBody>", ""),
        "there is no <meta> or no <debateBody>");
    refused(
        other,
        good.replace("<debateBody>", "<debateBody>" + "<p>".repeat(500)),
        "nested too deeply");
    refused(
        other,
        good.replace("<debateBody>", "<debateBody>loose"),
        "there are words outside of any element");
    Files.write(other.resolve("sitting.xml"), good.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ServedImports.DATABASE.run("akoma-ntoso", other).toString())
        .contains("sitting.xml:", "is not UTF-8", "Nothing was kept.");
    Files.writeString(other.resolve("sitting.xml"), good);
    Files.writeString(other.resolve("same.xml"), good);
    assertThat(ServedImports.DATABASE.run("akoma-ntoso", other).toString())
        .contains("sitting.xml:3: the debate /akn/pt/debate/2020-06-01 is in same.xml already");
  }

  private static void refused(Path files, String text, String reason) throws Exception {
    Files.writeString(files.resolve("sitting.xml"), text);
    var report = ServedImports.DATABASE.run("akoma-ntoso", files);
    assertThat(report.isKept()).isFalse();
    assertThat(report.toString()).contains(reason, "Nothing was kept.");
  }
}
