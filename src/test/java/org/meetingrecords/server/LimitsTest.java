package org.meetingrecords.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.GraphQlClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What asks for too much is refused before it costs anything, and every answer tells its cost. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "records.limits.nodes=10000",
      "records.limits.depth=20",
      "records.limits.fields=1000",
      "records.limits.aliases=30",
      "records.limits.directives=20",
      "records.limits.tokens=5000",
      "records.limits.answer=100KB",
      "records.rate.points=1000000"
    })
class LimitsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { __typename }                                                       | 1    | 0
          { meetings(first: 7) { totalCount } }                                | 1    | 0
          { meetings { nodes { id } } }                                        | 20   | 20
          { meetings(last: 7) { edges { cursor node { id held { from } } } } } | 7    | 7
          { meetings(first: 5) { nodes { forum { id } } totalCount } }         | 11   | 10
          { meetings(first: 5) { nodes { forum { names { text } } } } }        | 35   | 35
          { meetings(first: 5) { ...P } } fragment P on MeetingConnection { nodes { id } edges { node { id } } } | 10 | 10
          { meetings(first: 5) { nodes { id @skip(if: true) forum @include(if: false) { id } } } } | 5 | 5
          { nodes(ids: ["AC1", "AC2", "AC3"]) { id ... on Record { sources { locator } } } } | 18 | 18
          query ($n: Int = 3) { meetings(first: $n) { nodes { statements(first: 4) { nodes { id } } } } } | 15 | 15
          { statementStatistics(groupBy: [YEAR], first: 10000) { statements keys { label } } } | 105 | 5
          { __schema { types { name fields { name } } } }                      | 1    | 0
          """)
  void tellsTheCost(String document, long requested, long nodes) {
    JsonNode answer = new GraphQlClient(port).ask(document);
    assertThat(answer.has("errors")).as(answer.toString()).isFalse();
    JsonNode cost = answer.get("extensions").get("cost");
    assertThat(cost.toString())
        .isEqualTo("{\"requested\":%d,\"limit\":10000,\"nodes\":%d}".formatted(requested, nodes));
  }

  @Test
  void countsWhatTheVariablesSayEachTime() {
    var client = new GraphQlClient(port);
    String document =
        """
        query ($n: Int, $more: Boolean!) { meetings(first: $n) { nodes { id forum @include(if: $more) { id } } } }\
        """;
    assertThat(requested(client.ask(document, Map.of("n", 3, "more", true)))).isEqualTo(6);
    assertThat(requested(client.ask(document, Map.of("n", 3, "more", false)))).isEqualTo(3);
    assertThat(requested(client.ask(document, Map.of("n", 100, "more", true)))).isEqualTo(200);
    assertThat(requested(client.ask(document, Map.of("more", true)))).isEqualTo(40);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { meetings(first: 100) { nodes { statements(first: 100) { nodes { id } } } } } | records and parts of records: at most 10,000 in one request, not 10,100
          { meetings(first: 100) { nodes { statements(first: 100) { nodes { replies: inReplyTo { statements: delegation { meeting { statements(first: 100) { nodes { id } } } } } } } } } } | records and parts of records
          """)
  void refusesTooManyNodes(String document, String message) {
    refused(new GraphQlClient(port).ask(document), message);
  }

  @Test
  void refusesWhatIsTooLarge() {
    refused(ask("{ " + repeated(31, "a%d: __typename ") + "}"), "root fields: at most 20");
    refused(ask("{ meetings { " + repeated(31, "a%d: totalCount ") + "} }"), "aliases: at most 30");
    refused(
        ask("{ meetings { " + "totalCount ".repeat(1000) + "} }"),
        "fields: at most 1,000 in one request, not 1,001");
    refused(
        ask("{ meetings { totalCount " + "@include(if: true) ".repeat(21) + "} }"),
        "directives: at most 20");
    refused(
        ask("{ forums { nodes " + "{ parent ".repeat(20) + "{ id }" + " }".repeat(22)),
        "levels of fields: at most 20");
    refused(ask("{ meetings { " + "totalCount ".repeat(5_000) + "} }"), "tokens: at most 5,000");
  }

  /** Each fragment uses the one before it twice: written out, 2 to the 40th fields. */
  @ParameterizedTest
  @ValueSource(strings = {"Query", "__Type"})
  void refusesFragmentsThatDouble(String type) {
    boolean data = type.equals("Query");
    String leaf = data ? "actors { totalCount }" : "name";
    String doubling =
        IntStream.range(0, 40)
            .mapToObj(i -> "fragment F%d on %s { ...F%d ...F%d }".formatted(i, type, i + 1, i + 1))
            .collect(Collectors.joining(" "));
    String start = data ? "{ ...F0 } " : "{ __type(name: \"Query\") { ...F0 } } ";
    refused(ask(start + doubling + " fragment F40 on " + type + " { " + leaf + " }"), "this many");
  }

  @Test
  void refusesFragmentsThatUseThemselvesWithoutEnd() {
    JsonNode answer = ask("{ ...A } fragment A on Query { ...B } fragment B on Query { ...A }");
    assertThat(code(answer)).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void refusesIntrospectionInCircles() {
    refused(
        ask(
            "{ __schema { types { fields { type { fields { type { fields { type { name } } } } } } } } }"),
        "");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          application/json | null                                  | 400
          application/json |                                       | 400
          application/json | [{ "query": "{__typename}" }]         | 400
          application/json | { "query": 1 }                        | 400
          application/json | { "query": true }                     | 400
          application/json | { "query": "{__typename}", "operationName": 1.5 } | 400
          text/plain       | { "query": "{__typename}" }           | 415
          """)
  void refusesBodies(String type, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address())
                .header("Content-Type", type)
                .POST(BodyPublishers.ofString(body == null ? "" : body)));
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(code(JSON.readTree(answer.body()))).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void refusesLongBodiesHoweverTheyAreSent() throws Exception {
    String body = "{\"query\": \"{__typename}\"" + " ".repeat(128 * 1024) + "}";
    var sizes =
        new HttpRequest.BodyPublisher[] {
          BodyPublishers.ofString(body),
          BodyPublishers.fromPublisher(BodyPublishers.ofString(body)) // without a length: chunks
        };
    for (var publisher : sizes) {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(address())
                  .header("Content-Type", "application/json")
                  .POST(publisher));
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(code(JSON.readTree(answer.body()))).isEqualTo("BAD_USER_INPUT");
    }
  }

  @Test
  void refusesWhatIsNoHttpRequest() throws Exception {
    for (String sent : new String[] {"GET\r\n\r\n", "GET /\u0000 HTTP/1.1\r\nHost: x\r\n\r\n"}) {
      String answer = raw(sent);
      assertThat(answer).startsWith("HTTP/1.1 400").doesNotContain("Apache", "Tomcat", "<html");
      assertThat(answer).contains("\"code\":\"BAD_USER_INPUT\"");
    }
  }

  @Test
  void answersPathsThatAreNoneAsItAnswersAll() throws Exception {
    HttpResponse<String> answer =
        send(HttpRequest.newBuilder(address().resolve("/nothing")).header("Accept", "text/html"));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(code(JSON.readTree(answer.body()))).isEqualTo("NOT_FOUND");
  }

  /** Limits go by the path as it is written, so there is one way to write it. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "/graphql;x",
        "/graphql;a=b",
        "/;x/graphql",
        "/%67raphql",
        "/graphq%6C",
        "//graphql",
        "/x/../graphql",
        "/export;x",
        "/%65xport",
        "/actuator;x/health"
      })
  void answersNoOtherSpellingOfAPath(String path) throws Exception {
    String body = "{\"query\": \"{ meetings { nodes { id } } }\", \"format\": \"csv\"}";
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(code(JSON.readTree(answer.body()))).isEqualTo("NOT_FOUND");
  }

  /** Some clients write the whole address into the first line. */
  @Test
  void limitsARequestThatNamesItsHost() throws Exception {
    String head = "POST http://localhost/%s HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n";
    // With its body, for which Tomcat would wait.
    String type =
        "Content-Type: application/json\r\nContent-Length: 200000\r\n\r\n" + " ".repeat(200_000);
    assertThat(raw(head.formatted("graphql") + type)).startsWith("HTTP/1.1 413");
    assertThat(raw(head.formatted("graphql;x") + type)).startsWith("HTTP/1.1 404");
  }

  @Test
  void takesTheCostFromTheClientsPoints() throws Exception {
    var left = new long[2];
    for (int i = 0; i < left.length; i++) {
      HttpResponse<String> answer =
          send(
              HttpRequest.newBuilder(address())
                  .header("Content-Type", "application/json")
                  .POST(
                      BodyPublishers.ofString(
                          "{\"query\": \"{ meetings(first: 100) { nodes { statements(first: 99) { nodes { id } } } } }\"}")));
      assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("1000000");
      assertThat(answer.headers().allValues("X-RateLimit-Remaining")).hasSize(1);
      left[i] = Long.parseLong(answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow());
    }
    // It cost 10,000; meanwhile points come back, 16 a millisecond.
    assertThat(left[0]).isLessThan(995_000);
    assertThat(left[1]).isLessThan(1_000_000);
  }

  /** Told before the first byte, and no more than one request may cost. */
  @Test
  void takesTheCostOfAnExportToo() throws Exception {
    HttpResponse<String> answer = export("csv", "{ meetings(first: 1000000) { nodes { slug } } }");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().allValues("X-RateLimit-Remaining")).hasSize(1);
    assertThat(Long.parseLong(answer.headers().firstValue("X-RateLimit-Remaining").orElseThrow()))
        .isBetween(900_000L, 995_000L);
  }

  /** Ten times the names of a hundred actors, which cost little and are long. */
  private static final String LONG =
      "{ actors(first: 100) { nodes { %s } } }"
          .formatted(repeated(10, "a%d: names { text kind language } "));

  @Test
  void refusesAnAnswerThatIsTooLong() {
    JsonNode answer = ask(LONG);
    assertThat(code(answer)).as(answer.toString()).isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(answer.at("/data/actors").isNull()).isTrue();
    assertThat(ask("{ actors(first: 100) { nodes { name } } }").has("errors")).isFalse();
  }

  @Test
  void refusesAListThatIsTooLongForARow() throws Exception {
    String nested =
        "{ actors(filter: { slug: { eq: \"united-nations\" } }) { nodes { members { %s } } } }"
            .formatted(repeated(10, "a%d: member { name shortName } "));
    for (String format : new String[] {"ndjson", "csv"}) {
      HttpResponse<String> answer = export(format, nested);
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(400);
      assertThat(answer.body()).contains("QUERY_TOO_COMPLEX");
    }
  }

  private HttpResponse<String> export(String format, String query) throws Exception {
    String wanted = JSON.writeValueAsString(Map.of("format", format, "query", query));
    return send(
        HttpRequest.newBuilder(address().resolve("/export"))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(wanted)));
  }

  private JsonNode ask(String document) {
    return new GraphQlClient(port).ask(document);
  }

  private static String repeated(int times, String field) {
    return IntStream.range(0, times).mapToObj(field::formatted).collect(Collectors.joining());
  }

  private static void refused(JsonNode answer, String message) {
    assertThat(code(answer)).as(answer.toString()).isEqualTo("QUERY_TOO_COMPLEX");
    assertThat(answer.get("errors").get(0).get("message").asString())
        .contains(message, message.isEmpty() ? "in circles" : "ask for less at once");
    assertThat(answer.get("extensions").get("cost").get("limit").asLong()).isEqualTo(10_000);
    assertThat(answer.has("data")).isFalse();
  }

  private static String code(JsonNode answer) {
    return answer.get("errors").get(0).get("extensions").get("code").asString();
  }

  private static long requested(JsonNode answer) {
    return answer.get("extensions").get("cost").get("requested").asLong();
  }

  private URI address() {
    return URI.create("http://127.0.0.1:%d/graphql".formatted(port));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }

  private String raw(String sent) throws IOException {
    try (var socket = new Socket("127.0.0.1", port)) {
      OutputStream out = socket.getOutputStream();
      out.write(sent.getBytes(StandardCharsets.ISO_8859_1));
      out.flush();
      InputStream in = socket.getInputStream();
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
