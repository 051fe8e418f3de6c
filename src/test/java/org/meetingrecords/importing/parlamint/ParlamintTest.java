package org.meetingrecords.importing.parlamint;

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

class ParlamintTest {

  private static final String SITTING = "ParlaMint-QQ_2020-02-03.xml";
  private static final String ORGANIZATIONS = "lists/ParlaMint-QQ-listOrg.xml";

  @TempDir private static Path folder;

  private static Report first;

  @BeforeAll
  static void importOnce() {
    first = ServedImports.DATABASE.run("parlamint", ImportingDatabase.files("parlamint", folder));
    assertThat(first.isKept()).as(first.toString()).isTrue();
  }

  @Test
  void bringsSittingsAsMeetingsOfTheParliament() {
    assertThat(
            ServedImports.answer(
                """
                { meeting(by: { identifier: { scheme: "parlamint", value: "ParlaMint-QQ_2020-02-03" } }) {
                    title label(language: "en") ordinal startsOn city country { slug }
                    forum { kind name label(language: "en") }
                    recorded { name value }
                    sources { locator source { title rights publishedOn author citation } } } }
                """))
        .isEqualTo(
            """
            {"meeting":{"title":"Sessão de 3 de fevereiro de 2020","label":"Sitting of 3 February 2020","ordinal":14,\
            "startsOn":"2020-02-03","city":"Porto Novo","country":{"slug":"portugal"},\
            "forum":{"kind":"PARLIAMENT","name":"Assembleia da Ilha","label":"Assembly of the Isle"},\
            "recorded":[{"name":"extent speeches","value":"4"},{"name":"meeting #parla.meeting","value":"N.º 14"},\
            {"name":"meeting #parla.term #AI.2","value":"2.ª legislatura"}],\
            "sources":[{"locator":"ParlaMint-QQ_2020-02-03.xml",\
            "source":{"title":"Corpus of the parliament of the Isle [ParlaMint]",\
            "rights":"http://creativecommons.org/licenses/by/4.0/","publishedOn":"2023-03-31",\
            "author":"Rui Pinto, Eva Reis",\
            "citation":"Rui Pinto, Eva Reis, “Corpus of the parliament of the Isle [ParlaMint]”, edition 3.0,\
             Society of the Isle, 2023-03-31, http://hdl.handle.net/1/2"}}]}}""");
  }

  @Test
  void bringsUtterancesInOrderWithWhoSpokeInWhichOffice() {
    assertThat(
            ServedImports.DATABASE.rows(
                """
                select sequence, statement.kind, statement.language, attribution, person.name, position.title, rank, actor.name, capacity
                from statement join meeting on meeting.id = meeting_id
                left join speaker on statement_id = statement.id left join person on person.id = person_id
                left join position on position.id = position_id left join actor on actor.id = affiliation_id
                where meeting.slug = 'parlamint-qq-2020-02-03' order by sequence
                """))
        .containsExactly(
            "1 | NARRATIVE | pt | null | null | null | null | null | null",
            "2 | SPEECH | pt | A senhora PRESIDENTE: | Inês Sá Lobo | Head | OTHER | null | CHAIR",
            "3 | SPEECH | en | O senhor MOTA: | Rui Mota | Member | MEMBER_OF_PARLIAMENT | Mais Mar | MEMBER",
            "4 | SPEECH | pt | A senhora MINISTRA DOS PORTOS (Cruz): | Ana Cruz | Minister of Ports | MINISTER | null | MEMBER",
            "5 | SPEECH | pt | null | null | null | null | null | GUEST");
    assertThat(first.notes()).containsEntry("speakers who are in no list and stay as recorded", 1L);
    assertThat(
            ServedImports.answer(
                "{ statement(by: { identifier: { scheme: \"parlamint\", value: \"ParlaMint-QQ_2020-02-03.u4\" } })"
                    + " { speakers { labelAsRecorded person { name } } } }"))
        .isEqualTo(
            "{\"statement\":{\"speakers\":[{\"labelAsRecorded\":\"Visitante\",\"person\":null}]}}");
  }

  @Test
  void marksNotesIncidentsAndGapsInTheTexts() {
    assertThat(
            ServedImports.answer(
                """
                { statement(by: { slug: "parlamint-qq-2020-02-03-u1" }) {
                    wordCount texts { language body segments { kind anchor text start end } } } }
                """))
        .isEqualTo(
            """
            {"statement":{"wordCount":12,"texts":[{"language":"pt",\
            "body":"Bom dia 🌊.\\nTem a palavra (Aplausos.) o senhor Mota.\\n(Mais aplausos.)","segments":[\
            {"kind":"PARAGRAPH","anchor":"ParlaMint-QQ_2020-02-03.s1","text":"Bom dia 🌊.","start":0,"end":10},\
            {"kind":"PARAGRAPH","anchor":"ParlaMint-QQ_2020-02-03.s2","text":"Tem a palavra","start":11,"end":24},\
            {"kind":"INCIDENT","anchor":null,"text":"(Aplausos.)","start":25,"end":36},\
            {"kind":"PARAGRAPH","anchor":"ParlaMint-QQ_2020-02-03.s2","text":"o senhor Mota.","start":37,"end":51},\
            {"kind":"INCIDENT","anchor":null,"text":"(Mais aplausos.)","start":52,"end":68}]}]}}""");
    assertThat(
            ServedImports.DATABASE.rows(
                """
                select segment.kind, substr(body, start + 1, "end" - start)
                from segment join text_version on text_version.id = text_version_id
                join statement on statement.id = statement_id
                where statement.slug in ('parlamint-qq-2020-02-03-1', 'parlamint-qq-2020-02-03-u2')
                order by statement.sequence, segment.sequence
                """))
        .containsExactly(
            "NOTE | Abre a sessão às dez horas.",
            "PARAGRAPH | The sea rises.",
            "GAP | [gap inaudible]");
  }

  @Test
  void bringsPeopleWithDatedAffiliationsAndLeavesPrivateThingsOut() {
    assertThat(
            ServedImports.answer(
                """
                { person(by: { identifier: { scheme: "parlamint-qq", value: "MotaRui" } }) {
                    name recorded { name }
                    tenures { position { title organization { name } } started { from precision } ended { asRecorded }
                      attestations { attestedOn label } sources { locator } } } }
                """))
        .isEqualTo(
            """
            {"person":{"name":"Rui Mota","recorded":[{"name":"affiliation member party.unknown 2018 – "},\
            {"name":"affiliation member GOV 2020-03-01 – 2019-03-01"}],\
            "tenures":[{"position":{"title":"Member","organization":{"name":"Mais Mar"}},\
            "started":{"from":"2018-01-01","precision":"YEAR"},"ended":{"asRecorded":"2021-05-01"},\
            "attestations":[],"sources":[{"locator":"lists/ParlaMint-QQ-listPerson.xml"}]},\
            {"position":{"title":"Member","organization":{"name":"Assembleia da Ilha"}},\
            "started":{"from":"2019-01-01","precision":"DAY"},"ended":null,\
            "attestations":[{"attestedOn":"2020-02-03","label":"O senhor MOTA:"}],\
            "sources":[{"locator":"lists/ParlaMint-QQ-listPerson.xml"}]}]}}""");
    assertThat(first.notes())
        .containsEntry("left out on purpose: sex of people", 2L)
        .containsEntry("left out on purpose: birth of people", 1L);
  }

  @Test
  void bringsOrganizationsWithTheirRelations() {
    assertThat(
            ServedImports.answer(
                """
                { actor(by: { identifier: { scheme: "parlamint-qq", value: "party.M+" } }) {
                    slug name shortName kind founded { precision } dissolved { from }
                    successors { kind on to { name } } memberships { group { name } started { from } }
                    recorded { name } } }
                """))
        .isEqualTo(
            """
            {"actor":{"slug":"parlamint-qq-party-m","name":"Mais Mar","shortName":"M+","kind":"POLITICAL_PARTY",\
            "founded":{"precision":"YEAR"},"dissolved":{"from":"2021-05-01"},\
            "successors":[{"kind":"RENAMING","on":"2021-05-01","to":{"name":"Mar Vivo"}}],\
            "memberships":[{"group":{"name":"Grupo do Mar"},"started":{"from":"2019-01-01"}}],\
            "recorded":[{"name":"relation opposition GOV 2019-01-01 – "}]}}""");
  }

  @Test
  void changesNothingTheSecondTime() {
    assertThat(ServedImports.changes(ServedImports.DATABASE.run("parlamint", folder))).isEmpty();
  }

  @Test
  void rejectsAnEntryInWhichTheXmlBreaksOffAndGoesOn(@TempDir Path other) throws Exception {
    ImportingDatabase.files("parlamint", other);
    replace(
        other,
        ORGANIZATIONS,
        "<orgName full=\"yes\" xml:lang=\"pt\">Mar Vivo",
        "<orgName Mar Vivo");
    var stopped = ServedImports.DATABASE.run("parlamint", other);
    assertThat(stopped.isKept()).isFalse();
    assertThat(stopped.toString())
        .contains("lists/ParlaMint-QQ-listOrg.xml:21: is not well-formed XML:");
    var wentOn = ServedImports.DATABASE.run(new Import("parlamint", List.of(other), true, true));
    assertThat(wentOn.toString()).containsPattern("actor +4 +0 +0 +4").contains("Rejected: 1");
  }

  @Test
  void namesFilesThatAreNotWhatTheyShouldBe(@TempDir Path other) throws Exception {
    ImportingDatabase.files("parlamint", other);
    Path sitting = other.resolve(SITTING);
    String good = Files.readString(sitting);
    String secret = other.resolve("secret.txt").toUri().toString();
    Files.writeString(other.resolve("secret.txt"), "a secret");

    refused(
        other,
        good.replace("<TEI ", entity("<!ENTITY x SYSTEM \"%s\">".formatted(secret)) + "<TEI ")
            .replace("Obrigado", "&x;"),
        "ParlaMint-QQ_2020-02-03.xml:2: the file declares a document type");
    refused(
        other,
        good.replace(
            "<TEI ",
            entity("<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">") + "<TEI "),
        "ParlaMint-QQ_2020-02-03.xml:2: the file declares a document type");
    refused(other, good.replace("Obrigado", "&unknown;"), "ParlaMint-QQ_2020-02-03.xml:");
    refused(other, good.substring(0, good.length() / 2), "is not well-formed XML");
    refused(other, "", "ParlaMint-QQ_2020-02-03.xml:1: is not well-formed XML");
    refused(other, "no XML at all", "ParlaMint-QQ_2020-02-03.xml:1: is not well-formed XML");
    refused(
        other,
        "<akomaNtoso/>",
        "ParlaMint-QQ_2020-02-03.xml:1: the root is <akomaNtoso>, not <TEI>");
    Files.write(sitting, good.getBytes(StandardCharsets.ISO_8859_1));
    assertThat(ServedImports.DATABASE.run("parlamint", other).toString())
        .contains("ParlaMint-QQ_2020-02-03.xml:", "is not UTF-8", "Nothing was kept.");
    Files.delete(other.resolve("lists/ParlaMint-QQ-listPerson.xml"));
    Files.writeString(sitting, good);
    assertThat(ServedImports.DATABASE.run("parlamint", other).toString())
        .contains("there is no list of people (listPerson) among the files");
  }

  private static String entity(String declared) {
    return "<!DOCTYPE TEI [" + declared + "]>";
  }

  private static void refused(Path files, String sitting, String reason) throws Exception {
    Files.writeString(files.resolve(SITTING), sitting);
    var report = ServedImports.DATABASE.run("parlamint", files);
    assertThat(report.isKept()).isFalse();
    assertThat(report.toString()).contains(reason, "Nothing was kept.");
  }

  private static void replace(Path files, String file, String old, String next) throws Exception {
    Path path = files.resolve(file);
    String text = Files.readString(path);
    assertThat(text).contains(old);
    Files.writeString(path, text.replace(old, next));
  }
}
