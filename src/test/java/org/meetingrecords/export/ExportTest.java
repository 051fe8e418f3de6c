package org.meetingrecords.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.RunningApplication;
import tools.jackson.databind.JsonNode;

class ExportTest extends ExportingTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ meetings(first: 100) { totalCount pageInfo { endCursor } nodes { id __typename name: title held { to from } status"
            + " forum { acronym parent { slug } } startsOn year label(language: \"en\") createdAt hosts { name } } } }",
        "{ meetings(first: 2, orderBy: [{ field: HELD, direction: DESC }]) { edges { cursor node { slug delegations(first: 1)"
            + " { totalCount edges { node { capacity actor { iso3 } } } } } } } }",
        "{ forums(first: 100) { nodes { slug name acronym description } } }",
        "{ stances(first: 100) { nodes { position confidence target { __typename slug ... on Proposition { wording }"
            + " ... on Instrument { title symbol } } evidence { quote } } } }",
        "{ statements(first: 100, filter: { sequence: { isNull: false } }) { nodes { ...S } } }"
            + " fragment S on Statement { sequence procedural wordCount excerpt(length: 20) delivered { precision }"
            + " representedActors(mode: EXPANDED) { iso3 } speakers { confidence person { name } } }",
        "{ decisions(first: 100) { nodes { levels yes } } }",
        "{ people(first: 100, filter: { slug: { eq: \"nobody\" } }) { nodes { slug } } }"
      })
  void exportHoldsWhatAPageShows(String query) throws Exception {
    JsonNode connection = new GraphQlClient(port).data(query).iterator().next();
    List<JsonNode> nodes =
        connection.has("nodes")
            ? connection.get("nodes").valueStream().toList()
            : connection.get("edges").valueStream().map(edge -> edge.get("node")).toList();
    HttpResponse<String> lines = post(Map.of("query", query, "format", "ndjson"));
    assertThat(lines.statusCode()).as(lines.body()).isEqualTo(200);
    assertThat(lines.body().lines().map(JSON::readTree)).isEqualTo(nodes);
    HttpResponse<String> array = post(Map.of("query", query, "format", "json"));
    assertThat(JSON.readTree(array.body()).valueStream()).isEqualTo(nodes);
  }

  @Test
  void exportKnowsNoPages() throws Exception {
    String query =
        """
        query($first: Int) {
          people(first: $first, filter: { slug: { startsWith: "awkward" } }, orderBy: [{ field: NAME }]) { nodes { name } } }""";
    assertThat(csv(query)).hasSize(151).startsWith("name", "Person 001").endsWith("Person 150");
    assertThat(
            post(Map.of("query", query, "format", "csv", "variables", Map.of("first", 120)))
                .body()
                .lines())
        .hasSize(121);
    HttpResponse<String> nested =
        post(
            Map.of(
                "format",
                "ndjson",
                "query",
                "{ forums(filter: { slug: { eq: \"awkward\" } }) { nodes { all: meetings { nodes { slug } } most: meetings(first: 25) { nodes { slug } } } } }"));
    JsonNode forum = JSON.readTree(nested.body());
    assertThat(forum.at("/all/nodes")).hasSize(30);
    assertThat(forum.at("/most/nodes")).hasSize(25);
  }

  @Test
  void columnsAreDottedPathsOfTheQuerysOwnKeys() throws Exception {
    assertThat(
            csv(
                """
                { meetings(filter: { slug: { in: ["astop-13", "awkward-1"] } }) { nodes {
                    what: slug held { from precision } forum { short: acronym } delegations { nodes { nameAsRecorded } } } } }"""))
        .containsExactly(
            "what,held.from,held.precision,forum.short,delegations.nodes",
            "astop-13,2017-01-31,DAY,ASTOP,[]",
            "awkward-1,2020-01-02,DAY,=SUM(A1),\"[{\"\"nameAsRecorded\"\":\"\"Delegation 1\"\"},{\"\"nameAsRecorded\"\":\"\"Delegation 2\"\"}]\"");
  }

  @Test
  void awkwardTextsAreQuotedAfterTheRfc() throws Exception {
    HttpResponse<String> answer =
        post(
            Map.of(
                "format",
                "csv",
                "query",
                "{ forums(filter: { slug: { in: [\"awkward\", \"awkward-plain\"] } }) { nodes { name acronym description } } }"));
    assertThat(answer.body())
        .isEqualTo(
            "name,acronym,description\r\n"
                + "\"Comma, \"\"quote\"\" and\r\nline break\",=SUM(A1),\"tab\t, back\\slash, \u0001, 😀, שלום עולם, e\u0301\"\r\n"
                + "Plain,,\r\n");
  }

  @Test
  void formulasAreDisarmedOnDemandOnly() throws Exception {
    String query =
        "{ forums(filter: { slug: { startsWith: \"awkward-l\" } }) { nodes { name meetings { totalCount } } } }";
    assertThat(csv(query)).last().isEqualTo("-1,30");
    assertThat(
            post(Map.of("format", "csv", "query", query, "spreadsheetSafe", true)).body().lines())
        .last()
        .isEqualTo("'-1,30");
  }

  @Test
  void explodedListsAreRows() throws Exception {
    String query =
        """
        { meetings(filter: { slug: { in: ["astop-13", "awkward-1"] } }) { nodes {
            slug delegations { totalCount nodes { nameAsRecorded actor { iso3 } delegates { role } } } hosts { name } } } }""";
    HttpResponse<String> answer =
        post(
            Map.of(
                "format", "csv", "query", query, "explode", List.of("delegations.nodes", "hosts")));
    assertThat(answer.body().lines())
        .containsExactly(
            "slug,delegations.totalCount,delegations.nameAsRecorded,delegations.actor.iso3,delegations.delegates,hosts.name",
            "astop-13,0,,,,Japan",
            "awkward-1,2,Delegation 1,,[],",
            "awkward-1,2,Delegation 2,,[],");
    assertThat(
            post(Map.of("format", "csv", "query", query, "explode", "delegations.nodes.delegates"))
                .body()
                .lines()
                .findFirst())
        .hasValueSatisfying(header -> assertThat(header).contains("delegations.delegates.role"));
  }

  /** What only pages need is left out of names, unless it was renamed or tells columns apart. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          delegations { edges { cursor node { nameAsRecorded } } }                        | delegations.edges | delegations.cursor,delegations.nameAsRecorded
          all: delegations { nodes { actor { iso3 } } }                                   | all.nodes         | all.actor.iso3
          delegations { all: nodes { nameAsRecorded } }                                   | delegations.all   | delegations.all.nameAsRecorded
          nodes: hosts { name }                                                           | nodes             | nodes.name
          delegations { totalCount nodes { totalCount: nameAsRecorded capacity } }        | delegations.nodes | delegations.totalCount,delegations.nodes.totalCount,delegations.capacity
          delegations { a: totalCount nodes { a: nameAsRecorded nodes: actor { a: slug } } } | delegations.nodes | delegations.a,delegations.nodes.a,delegations.nodes.nodes.a
          delegations { nodes { nameAsRecorded } }                                        |                   | delegations.nodes
          """)
  void pagesLeaveNoTraceInTheNamesOfExplodedLists(String fields, String explode, String names)
      throws Exception {
    HttpResponse<String> answer =
        post(
            Map.of(
                "format",
                "csv",
                "query",
                "{ meetings { nodes { %s } } }".formatted(fields),
                "explode",
                explode == null ? List.of() : explode));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    assertThat(answer.body().lines().findFirst()).hasValue(names);
  }

  @Test
  void concreteTypesShareTheirColumns() throws Exception {
    assertThat(
            csv("""
                    { stances(first: 3) { nodes { target {
                        __typename ... on Proposition { wording topics { name } } ... on Instrument { symbol title } } } } }""")
                .getFirst())
        .isEqualTo("target.__typename,target.symbol,target.title,target.wording,target.topics");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      textBlock =
          """
          { "format": "csv" } | query: an export takes a GraphQL query.
          { "format": "csv", "query": "{ meetings { nodes { slug } } forums { nodes { slug } } }" } | query: an export takes one root field, and that a connection such as meetings or votes.
          { "format": "csv", "query": "{ __typename }" } | query: an export takes one root field, and that a connection such as meetings or votes.
          { "format": "csv", "query": "{ forum(by: { slug: \\"astop\\" }) { slug } }" } | query: an export takes one root field, and that a connection such as meetings or votes.
          { "format": "csv", "query": "{ statementStatistics(groupBy: [YEAR]) { statements } }" } | query: an export takes one root field, and that a connection such as meetings or votes.
          { "format": "csv", "query": "{ meetings { totalCount } }" } | query: an export takes the nodes of its connection, once: meetings { nodes { … } }.
          { "format": "csv", "query": "{ meetings(last: 5) { nodes { slug } } }" } | last: an export runs forward; give first, and orderBy the other way.
          { "format": "csv", "query": "{ meetings(first: 0) { nodes { slug } } }" } | first: a page has 1 to 2147483646 rows, not 0.
          { "format": "csv", "query": "{ meetings { nodes { nonsense } } }" } | Validation error (FieldUndefined@[meetings/nodes/nonsense]) : Field 'nonsense' in type 'Meeting' is undefined
          { "format": "csv", "query": "{ meetings { nodes { slug }" } | Invalid syntax
          { "format": "csv", "query": "mutation { x }" } | query: an export takes a query, not a mutation.
          { "format": "csv", "query": "subscription { x }" } | query: an export takes a query, not a subscription.
          { "format": "csv", "query": "query A { meetings { nodes { slug } } }", "operationName": "../../x" } | Unknown operation named '../../x'.
          { "format": "../../x", "query": "{ meetings { nodes { slug } } }" } | format: one of csv, ndjson, json, parquet, xlsx, bundle
          { "query": "{ meetings { nodes { slug } } }" } | format: one of csv, ndjson, json, parquet, xlsx, bundle
          { "format": "csv", "query": "{ meetings { nodes { slug hosts { name } } } }", "explode": "delegations.nodes" } | explode: the query has no list delegations.nodes; its lists are hosts.
          { "format": "csv", "query": "{ meetings { nodes { slug } } }", "explode": ["slug"] } | explode: the query has no list slug; there is no list in it.
          { "format": "json", "query": "{ meetings { nodes { hosts { name } } } }", "explode": ["hosts"] } | explode: json holds lists as they are; only tables take it.
          { "format": "csv", "query": "query($n: Int!) { meetings(first: $n) { nodes { slug } } }", "variables": { "n": "x" } } | Variable 'n' has an invalid value
          { "format": "csv", "query": "{ meetings { nodes { slug } } }", "variables": [] } | variables: a JSON object.
          { "format": "csv", "query": "{ meetings { nodes { slug } } }", "archive": "yes" } | archive: true or false.
          { "format": "csv", "query": "{ meetings { nodes { slug } } }", "explode": [1] } | explode: a path such as delegations.nodes, or a list of them.
          { "format": "csv" } | query: an export takes a GraphQL query. Only a bundle can hold everything.
          { "format": "bundle", "query": "{ meetings { nodes { hosts { name } } } }", "explode": ["hosts"] } | explode: bundle holds lists as they are; only tables take it.
          { "format": "bundle", "query": "{ meetings { nodes { slug } } }", "archive": true } | archive: a bundle comes by itself; the sources of its records are in it.
          { "format": "bundle", "spreadsheetSafe": true } | spreadsheetSafe: a bundle holds texts as they are.
          { "format": "bundle", "query": "{ search(text: \\"China\\") { nodes { label } } }" } | query: an export takes one root field, and that a connection such as meetings or votes.
          { "format": "bundle", "query": "{ meetings { nodes { nonsense } } }" } | Validation error (FieldUndefined@[meetings/nodes/nonsense])
          [] | The body is a JSON object with query and format, texts
          { | The body is a JSON object with query and format, texts
          """)
  void wrongRequestsAreRefused(String body, String message) throws Exception {
    HttpResponse<String> answer = send(request("").POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Disposition")).isEmpty();
    JsonNode error = JSON.readTree(answer.body()).get("errors").get(0);
    assertThat(error.get("message").asString()).startsWith(message);
    assertThat(error.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
  }

  /** Joined by the database, or taken apart here: the rows are those of the nodes' own lists. */
  @Test
  void explodedListsHoldWhatTheNodesDo() throws Exception {
    String query =
        """
        { statements(orderBy: [{ field: SEQUENCE }]) { nodes {
            slug speakers { __typename capacity person { name label } } texts { language } topics { slug } } } }""";
    var expected = new ArrayList<String>();
    post(Map.of("query", query, "format", "ndjson"))
        .body()
        .lines()
        .map(JSON::readTree)
        .forEach(
            node -> {
              for (JsonNode speaker : entries(node, "speakers")) {
                for (JsonNode text : entries(node, "texts")) {
                  for (JsonNode topic : entries(node, "topics")) {
                    expected.add(
                        Stream.of(
                                node.at("/slug"),
                                speaker.at("/__typename"),
                                speaker.at("/capacity"),
                                speaker.at("/person/name"),
                                speaker.at("/person/label"),
                                text.at("/language"),
                                topic.at("/slug"))
                            .map(value -> value.asString(""))
                            .collect(Collectors.joining(",")));
                  }
                }
              }
            });
    HttpResponse<String> answer =
        post(
            Map.of(
                "format",
                "csv",
                "query",
                query,
                "explode",
                List.of("speakers", "texts", "topics")));
    assertThat(answer.body().lines().map(row -> row.replace("\"", "")))
        .startsWith(
            "slug,speakers.__typename,speakers.capacity,speakers.person.name,speakers.person.label,texts.language,topics.slug")
        .contains("awkward-silent,,,,,,", "awkward-duet,Speaker,UNKNOWN,,,it,");
    assertThat(answer.body().lines().skip(1).map(row -> row.replace("\"", "")))
        .containsExactlyElementsOf(expected);
  }

  private static Iterable<JsonNode> entries(JsonNode node, String list) {
    return node.get(list).isEmpty() ? List.of(JSON.createObjectNode()) : node.get(list);
  }

  @Test
  void getNamesItsFileAndIsNotSentTwice() throws Exception {
    String query = "query Forums { forums { nodes { slug } } }";
    String address = "?format=csv&query=" + encoded(query);
    HttpResponse<String> first = send(request(address));
    assertThat(first.body()).startsWith("slug\r\nastop\r\n");
    assertThat(first.headers().firstValue("Content-Type")).hasValue("text/csv;charset=UTF-8");
    assertThat(first.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"Forums.csv\"");
    // What other tests write to other databases of the same cluster changes the tag as well.
    await()
        .untilAsserted(
            () -> {
              String tag = tagOf(send(request(address)));
              HttpResponse<String> again = send(request(address).header("If-None-Match", tag));
              assertThat(again.statusCode()).isEqualTo(304);
              assertThat(again.body()).isEmpty();
              assertThat(tagOf(send(request(address).method("HEAD", BodyPublishers.noBody()))))
                  .isEqualTo(tag);
            });
    String tag = tagOf(send(request(address)));
    assertThat(send(request(address + "0").header("If-None-Match", tag)).statusCode())
        .isNotEqualTo(304);
    ExportingDatabase.count(
        "with written as (update meeting set city = 'Geneva' where slug = 'awkward-30' returning 1) select count(*) from written");
    assertThat(send(request(address).header("If-None-Match", tag)).statusCode()).isEqualTo(200);
  }

  private static String tagOf(HttpResponse<String> answer) {
    return answer.headers().firstValue("ETag").orElseThrow();
  }

  @Test
  void answerIsCompressedForWhoTakesIt() throws Exception {
    var address = request("?format=csv&query=" + encoded("{ people { nodes { slug name } } }"));
    try (var client = HttpClient.newHttpClient()) {
      var answer =
          client.send(
              address.header("Accept-Encoding", "gzip").build(), BodyHandlers.ofInputStream());
      assertThat(answer.headers().firstValue("Content-Encoding")).hasValue("gzip");
      assertThat(
              new String(new GZIPInputStream(answer.body()).readAllBytes(), StandardCharsets.UTF_8)
                  .lines())
          .hasSizeGreaterThan(150);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"fragment F on Query { meetings { totalCount } }", "type T { a: Int }"})
  void documentWithoutAnOperationIsRefused(String document) throws Exception {
    HttpResponse<String> answer = post(Map.of("format", "csv", "query", document));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
    assertThat(answer.body()).contains("\"code\":\"BAD_USER_INPUT\"");
  }

  @Test
  void otherMethodsAreRefused() throws Exception {
    HttpResponse<String> answer = send(request("").method("PUT", BodyPublishers.noBody()));
    assertThat(answer.statusCode()).isEqualTo(405);
  }

  @Test
  void commandWritesAFile(@TempDir Path folder) throws Exception {
    Path query =
        Files.writeString(
            folder.resolve("q.graphql"),
            "query($s: [String!]) { forums(filter: { slug: { in: $s } }) { nodes { slug name } } }");
    Path wrong = Files.writeString(folder.resolve("wrong.graphql"), "{ forums { totalCount } }");
    Path out = folder.resolve("forums.csv");
    try (var well = command(query, "csv", out, "--variables", "{\"s\": [\"awkward-plain\"]}");
        var refused = command(wrong, "csv", folder.resolve("none.csv"));
        var format = command(query, "tea", out);
        var nowhere = command(query, "csv", folder.resolve("no/where.csv"))) {
      assertThat(format.end()).isEqualTo(2);
      assertThat(format.output())
          .contains("Unknown format: tea. There are csv, ndjson, json, parquet, xlsx, bundle");
      assertThat(nowhere.end()).isEqualTo(2);
      assertThat(nowhere.output()).contains("Not a file that can be written: ");
      assertThat(well.end()).as(well.output()).isZero();
      assertThat(well.output()).contains("1 rows written to " + out);
      assertThat(Files.readString(out)).isEqualTo("slug,name\r\nawkward-plain,Plain\r\n");
      assertThat(Files.getPosixFilePermissions(out))
          .isEqualTo(Files.getPosixFilePermissions(query));
      assertThat(refused.end()).isEqualTo(2);
      assertThat(refused.output()).contains("query: an export takes the nodes of its connection");
    }
    try (var files = Files.list(folder)) {
      assertThat(files.map(file -> file.getFileName().toString()))
          .containsExactlyInAnyOrder("q.graphql", "wrong.graphql", "forums.csv");
    }
  }

  private static RunningApplication command(Path query, String format, Path out, String... more) {
    var words =
        new java.util.ArrayList<>(
            List.of(
                "export",
                "--query",
                query.toString(),
                "--format",
                format,
                "--out",
                out.toString()));
    words.addAll(List.of(more));
    return RunningApplication.start(ExportingDatabase.environment(), words.toArray(String[]::new));
  }

  private List<String> csv(String query) throws Exception {
    HttpResponse<String> answer = post(Map.of("query", query, "format", "csv"));
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body().lines().toList();
  }
}
