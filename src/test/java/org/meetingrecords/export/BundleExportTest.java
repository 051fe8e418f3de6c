package org.meetingrecords.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.MeetingRecords;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.bundle.Bundle;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.files.Progress;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;

/** A bundle of what a query finds, brought into a database that has nothing but reference data. */
class BundleExportTest extends ExportingTest {
  private static final Address ELSEWHERE = TestDatabase.migrated("exported_elsewhere");

  private static ConfigurableApplicationContext elsewhere;

  @TempDir private Path folder;

  @BeforeAll
  static void start() {
    elsewhere =
        new SpringApplicationBuilder(MeetingRecords.class)
            .web(WebApplicationType.NONE)
            .properties(TestDatabase.properties(ELSEWHERE))
            .properties("records.sample=false")
            .run();
  }

  @AfterAll
  static void stop() {
    elsewhere.close();
  }

  @BeforeEach
  void empty() throws Exception {
    try (var connection = ELSEWHERE.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "truncate person, position, proposition, decision, instrument, meeting, forum, topic,"
              + " source cascade");
      statement.execute("delete from record where type not in ('ACTOR')");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Meeting,Forum,Person,Source,Statement | { meetings(filter: { slug: { startsWith: "astop" } }) { nodes { slug forum { name } hosts { name }\
           statements { totalCount nodes { kind attribution delegation { nameAsRecorded } speakers { person { name } position { title } }\
           texts { language body } citations { asRecorded target { label ... on Instrument { symbol treatyActions { totalCount } } } } } } } } }
          Stance,Proposition,Statement,Meeting | { stances { nodes { position holder { iso3 } evidence { quote }\
           target { __typename ... on Proposition { wording topics { name } } } } } }
          Person,Position,Tenure | { tenures { nodes { person { name } position { title organization { name } } attestations { label source { title } } sources { source { citation } } } } }
          Meeting,Delegation | { delegations(filter: { meeting: { slug: { eq: "awkward-1" } } }) { nodes { nameAsRecorded capacity meeting { slug } } } }
          Meeting,Delegation | { meetings(filter: { slug: { eq: "awkward-1" } }) { nodes { slug delegations(first: 1) { nodes { nameAsRecorded } } } } }
          Forum | { forums(filter: { slug: { startsWith: "awkward" } }) { nodes { slug name description } } }
          Person | { people(first: 7, orderBy: [{ field: NAME, direction: DESC }], filter: { slug: { startsWith: "awkward" } }) { nodes { name } } }
          IdentifierScheme | { people(filter: { slug: { eq: "nobody" } }) { nodes { name } } }
          """)
  void bundleOfAQueryAnswersItElsewhere(String types, String query) throws Exception {
    HttpResponse<String> bundle = post(Map.of("query", query, "format", "bundle"));
    assertThat(bundle.statusCode()).as(bundle.body()).isEqualTo(200);
    List<JsonNode> lines = bundle.body().lines().map(JSON::readTree).toList();
    assertThat(lines).map(line -> line.get("type").asString()).contains(types.split(","));
    assertThat(lines).doesNotHaveDuplicates();
    brought(bundle.body());
    assertThat(answeredElsewhere(query))
        .isEqualTo(post(Map.of("query", query, "format", "ndjson")).body());
  }

  /** What is only pointed at comes along, and what is not does not. */
  @Test
  void bundleHoldsWhatItsRecordsReferTo() throws Exception {
    String query = "{ meetings(filter: { slug: { eq: \"awkward-1\" } }) { nodes { slug } } }";
    HttpResponse<String> bundle = send(request("?format=bundle&query=" + encoded(query)));
    assertThat(bundle.headers().firstValue("Content-Type")).hasValue("application/x-ndjson");
    assertThat(bundle.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"meetings.ndjson\"");
    assertThat(bundle.headers().firstValue("ETag")).isPresent();
    assertThat(bundle.body().lines().map(JSON::readTree))
        .filteredOn(line -> !line.get("type").asString().equals("IdentifierScheme"))
        .map(line -> line.get("slug").asString())
        .containsExactly("awkward-1", "awkward");
  }

  /** A page below a node is cut as in the answer. */
  @ParameterizedTest
  @CsvSource({
    "first: 1,Delegation 1",
    "last: 1,Delegation 2",
    "'first: 1, filter: { nameAsRecorded: { contains: \"2\" } }',Delegation 2",
    "first: 5,Delegation 1 Delegation 2"
  })
  void bundleHoldsOfAListWhatIsOnItsPage(String page, String names) throws Exception {
    String query =
        """
        { meetings(filter: { slug: { eq: "awkward-1" } }) { nodes { delegations(%s) { nodes { id } } } } }"""
            .formatted(page);
    assertThat(
            post(Map.of("query", query, "format", "bundle"))
                .body()
                .lines()
                .map(JSON::readTree)
                .filter(line -> line.get("type").asString().equals("Delegation"))
                .map(line -> line.get("nameAsRecorded").asString()))
        .hasSameElementsAs(List.of(names.split(" (?=D)")))
        .doesNotHaveDuplicates();
  }

  @Test
  void bundleWithoutAQueryHoldsEverything() throws Exception {
    brought(post(Map.of("format", "bundle")).body());
    assertThat(everything(ELSEWHERE)).isEqualTo(everything(ExportingDatabase.ADDRESS));
  }

  private void brought(String bundle) throws Exception {
    Path file = Files.writeString(folder.resolve("some.ndjson"), bundle);
    var report =
        new Import("bundle", List.of(file), false, false)
            .run(ELSEWHERE, Progress.on(new PrintWriter(Writer.nullWriter()), false));
    assertThat(report.isKept()).as(report.toString()).isTrue();
  }

  private static String answeredElsewhere(String query) throws Exception {
    var out = new ByteArrayOutputStream();
    elsewhere
        .getBean(Exports.class)
        .write(
            new ExportRequest(query, Map.of(), null, ExportFormat.NDJSON, false, List.of(), false),
            () -> out,
            nodes -> {});
    return out.toString(StandardCharsets.UTF_8);
  }

  private static String everything(Address database) throws Exception {
    var out = new ByteArrayOutputStream();
    try (var connection = database.connect()) {
      Bundle.write(connection, out);
    }
    return out.toString(StandardCharsets.UTF_8);
  }
}
