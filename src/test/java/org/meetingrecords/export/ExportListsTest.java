package org.meetingrecords.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.GraphQlClient;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.JsonNode;

/** Lists in the objects of nodes, joined by the database or put together there. */
class ExportListsTest extends ExportingTest {
  @Autowired private Exports exports;

  /** The data of an archive has lists as the database put them together. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        // In the middle, with links and names of types; no entry, one, several, very many.
        "statements(first: 100, orderBy: [{ field: SEQUENCE }]) { nodes { slug meeting { slug held { from } } speakers { __typename"
            + " id capacity label: labelAsRecorded confidence person { name label } position { title } } __typename procedural } }",
        // First, last and alone, under another name, in a page's edges.
        "statements(first: 100) { edges { node { who: speakers { person { slug } } slug excerpt(length: 20) } } }",
        "statements(first: 100, orderBy: [{ field: HELD, direction: DESC }]) { nodes { slug texts { language body wordCount } } }",
        "statements(first: 100) { nodes { speakers { capacity } } }",
        // Nodes are counted, not entries.
        "statements(first: 3, orderBy: [{ field: SEQUENCE, direction: DESC }]) { nodes { speakers { capacity } slug } }",
        "meetings(first: 100) { nodes { agenda { title } slug } }",
        "people(first: 100, filter: { slug: { eq: \"nobody\" } }) { nodes { names { text } } }",
        "statements(first: 100) { nodes { speakers { capacity @skip(if: true) } slug @skip(if: true) } }",
        // Several lists, or such as no join gives.
        "statements(first: 100) { nodes { a: speakers { capacity } slug b: speakers { labelAsRecorded } } }",
        "statements(first: 100) { nodes { speakers { capacity } texts { language } } }",
        "statements(first: 100) { nodes { texts { language segments { sequence } } } }",
        "statements(first: 100) { nodes { speakers { capacity } meeting { delegations { totalCount } } } }",
        "statements(first: 100) { nodes { topics { slug } } }",
        "statements(first: 100) { nodes { slug meeting { agenda { title } } } }",
        "statements(first: 100) { nodes { slug speakers { affiliation { names { text } } } } }",
        "forums(first: 100) { nodes { slug names { text } } }"
      })
  void listsAreWhatAPageShows(String connection) throws Exception {
    String query = "{ " + connection + " }";
    JsonNode page = new GraphQlClient(port).data(query).iterator().next();
    List<String> nodes =
        page.has("nodes")
            ? page.get("nodes").valueStream().map(JsonNode::toString).toList()
            : page.get("edges").valueStream().map(edge -> edge.get("node").toString()).toList();
    for (String format : List.of("ndjson", "json")) {
      String exported = post(Map.of("query", query, "format", format)).body();
      assertThat(exported).isEqualTo(archived(query, format));
      assertThat(
              format.equals("json")
                  ? JSON.readTree(exported).valueStream().map(JsonNode::toString).toList()
                  : exported.lines().toList())
          .isEqualTo(nodes);
    }
  }

  /** The first thousand rows are asked for apart from those after them. */
  @Test
  void rowsGoOnAfterTheFirstOnes() throws Exception {
    String rows = "from statement left join speaker on speaker.statement_id = statement.id";
    assertThat(ExportingDatabase.count("select count(*) " + rows)).isGreaterThan(1_500);
    String query = "{ statements { nodes { slug speakers { id } } } }";
    String table =
        post(Map.of("query", query, "format", "csv", "explode", List.of("speakers"))).body();
    assertThat(table.lines().skip(1))
        .isEqualTo(
            ExportingDatabase.texts(
                "select concat(slug, ',', 'SP' || speaker.id) %s order by statement.id, speaker.id"
                    .formatted(rows)));
    assertThat(post(Map.of("query", query, "format", "ndjson")).body())
        .isEqualTo(archived(query, "ndjson"));
  }

  @Test
  void nodesAreCountedAndNotTheirEntries() throws Exception {
    String query =
        "{ statements(first: 3) { nodes { slug speakers { capacity } } } }"
            .replace("first: 3", "first: 3, orderBy: [{ field: SEQUENCE, direction: DESC }]");
    var request =
        new ExportRequest(query, Map.of(), null, ExportFormat.NDJSON, false, List.of(), false);
    var out = new ByteArrayOutputStream();
    var told = new ArrayList<Long>();
    assertThat(exports.write(request, () -> out, told::add)).isEqualTo(3);
    assertThat(told).isEqualTo(LongStream.rangeClosed(1, 3).boxed().toList());
    assertThat(out.toString(StandardCharsets.UTF_8).lines())
        .hasSize(3)
        .first()
        .satisfies(crowd -> assertThat(JSON.readTree(crowd).get("speakers")).hasSize(1_500));
  }

  private String archived(String query, String format) throws Exception {
    String body =
        JSON.writeValueAsString(Map.of("query", query, "format", format, "archive", true));
    try (var client = HttpClient.newHttpClient()) {
      byte[] archive =
          client
              .send(
                  request("")
                      .header("Content-Type", "application/json")
                      .POST(BodyPublishers.ofString(body))
                      .build(),
                  BodyHandlers.ofByteArray())
              .body();
      try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
        assertThat(zip.getNextEntry()).isNotNull();
        return new String(zip.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
  }
}
