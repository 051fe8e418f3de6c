package org.meetingrecords.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.MeetingRecords;
import org.meetingrecords.TestDatabase;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** What a client is told of records that came in by imports, of several formats side by side. */
class ImportedRecordsTest {

  private static ConfigurableApplicationContext server;
  private static GraphQlClient client;

  @BeforeAll
  static void importAndServe(@TempDir Path folder) {
    var database = ImportingDatabase.named("imported_records");
    for (String format : new String[] {"unsc-debates", "upr", "treaty-status"}) {
      var report = database.run(format, ImportingDatabase.files(format, folder.resolve(format)));
      assertThat(report.isKept()).as(report.toString()).isTrue();
    }
    server =
        new SpringApplicationBuilder(MeetingRecords.class)
            .properties(TestDatabase.properties(database.address()))
            .properties("records.sample=false")
            // ahead of what the application itself says
            .run("--server.port=0");
    client =
        new GraphQlClient(
            Integer.parseInt(server.getEnvironment().getRequiredProperty("local.server.port")));
  }

  @AfterAll
  static void stop() {
    server.close();
  }

  private static String answer(String query) {
    return client.data(query).toString();
  }

  @Test
  void tellsWhoPresidedAndWhoSpokeForTheirState() {
    assertThat(
            answer(
                """
                { meeting(by: { identifier: { scheme: "un-symbol", value: "S/PV.99001" } }) {
                    startsOn endsOn forum { acronym } parts { symbol } agenda { title }
                    statements(filter: { sequence: { in: [1, 5, 9] } }) {
                      nodes { sequence part { number } delegation { actor { iso3 } } speakers { capacity affiliation { iso3 } } } } } }
                """))
        .isEqualTo(
            "{\"meeting\":{\"startsOn\":\"2020-02-03\",\"endsOn\":\"2020-02-04\",\"forum\":{\"acronym\":\"UNSC\"},"
                + "\"parts\":[{\"symbol\":\"S/PV.99001 (Resumption 1)\"}],\"agenda\":[{\"title\":\"Peace in the valleys\"}],"
                + "\"statements\":{\"nodes\":["
                + "{\"sequence\":1,\"part\":null,\"delegation\":null,\"speakers\":[{\"capacity\":\"CHAIR\",\"affiliation\":{\"iso3\":\"BEL\"}}]},"
                + "{\"sequence\":5,\"part\":null,\"delegation\":{\"actor\":{\"iso3\":\"BEL\"}},\"speakers\":["
                + "{\"capacity\":\"CHAIR\",\"affiliation\":{\"iso3\":\"BEL\"}},{\"capacity\":\"NATIONAL\",\"affiliation\":{\"iso3\":\"BEL\"}}]},"
                + "{\"sequence\":9,\"part\":{\"number\":1},\"delegation\":null,\"speakers\":[{\"capacity\":\"CHAIR\",\"affiliation\":{\"iso3\":\"BEL\"}}]}]}}}");
  }

  @Test
  void tellsWhoSpokeForAMemberOfAGroup() {
    assertThat(
            answer(
                "{ statements(filter: { representing: { iso3: { eq: \"FRA\" } } }) { nodes { attribution } } }"))
        .isEqualTo(
            "{\"statements\":{\"nodes\":[{\"attribution\":\"Mr. Tammsaar (Estonia)\"},"
                + "{\"attribution\":\"Mr. Roux (spoke in French) (France)\"},{\"attribution\":\"Mr. Berg\"}]}}");
  }

  @Test
  void tellsHowAStateAnsweredARecommendation() {
    assertThat(
            answer(
                """
                { statement(by: { identifier: { scheme: "upr", value: "S12-ATG-LCA-299bf014" } }) {
                    kind year delegation { actor { iso3 } } addressees { iso3 }
                    responses { nodes { holder { iso3 } position speechAct positionAsRecorded } } sources { locator } } }
                """))
        .isEqualTo(
            "{\"statement\":{\"kind\":\"RECOMMENDATION\",\"year\":2011,\"delegation\":{\"actor\":{\"iso3\":\"LCA\"}},"
                + "\"addressees\":[{\"iso3\":\"ATG\"}],\"responses\":{\"nodes\":[{\"holder\":{\"iso3\":\"ATG\"},\"position\":\"NEUTRAL\","
                + "\"speechAct\":\"NOTES\",\"positionAsRecorded\":\"Noted\"}]},\"sources\":[{\"locator\":\"upr.csv, line 3\"}]}}");
  }

  @Test
  void tellsWhoIsBoundByATreatyAndWhoObjected() {
    assertThat(
            answer(
                """
                { instrument(by: { identifier: { scheme: "un-treaty", value: "IV-9" } }) {
                    parties(asOf: "1995-01-01") { iso3 }
                    treatyActions(filter: { action: { eq: OBJECTION } }) {
                      nodes { participantAsRecorded objectsTo { participantAsRecorded action } } } } }
                """))
        .isEqualTo(
            "{\"instrument\":{\"parties\":[{\"iso3\":\"ALB\"},{\"iso3\":\"BOL\"},{\"iso3\":\"JPN\"},{\"iso3\":\"RUS\"}],"
                + "\"treatyActions\":{\"nodes\":[{\"participantAsRecorded\":\"Japan\",\"objectsTo\":"
                + "{\"participantAsRecorded\":\"Albania\",\"action\":\"RESERVATION\"}}]}}}");
  }
}
