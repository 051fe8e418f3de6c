package org.meetingrecords.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Collections;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
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

/**
 * What is wrong is refused with a code and with words that say what is; what only looks wrong is
 * answered.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class BadInputTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final String NEVER_TOLD =
      "(?s).*(Value\\{|[a-z]Value'|HashMap|ArrayList|Integer'|Exception|org\\.|select ).*";

  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { node(id: "") { id } }                                        | "" is not an id
          { node(id: 5) { id } }                                         | "5" is not an id
          { node(id: "AC01") { id } }                                    | is not an id
          { node(id: "ac1") { id } }                                     | is not an id
          { node(id: "AC١") { id } }                                     | is not an id
          { node(id: "AC9999999999999999999") { id } }                   | is not an id
          { node(id: 1.5) { id } }                                       | argument 'id' is not a valid 'ID'
          { nodes(ids: ["AC1", "X"]) { id } }                            | "X" is not an id
          { nodes(ids: [null]) { id } }                                  | argument 'ids[0]' must not be null
          { meeting(by: {}) { id } }                                     | Exactly one key
          { meeting(by: { id: "ME1", slug: "x" }) { id } }               | Exactly one key
          { meeting(by: { id: null }) { id } }                           | must be non-null
          { meeting(by: { id: "AC1" }) { id } }                          | is of the type Actor; here one of the type Meeting
          { meetings(first: 0) { totalCount } }                          | first: a page has 1 to 100 rows, not 0.
          { meetings(first: 101) { totalCount } }                        | first: a page has 1 to 100 rows
          { meetings(last: -1) { totalCount } }                          | last: a page has 1 to 100 rows
          { meetings(first: 1, last: 1) { totalCount } }                 | first and last: give one of them
          { meetings(first: 9999999999) { totalCount } }                 | argument 'first' is not a valid 'Int'
          { meetings(first: "1") { totalCount } }                        | argument 'first' is not a valid 'Int'
          { meetings(after: "") { totalCount } }                         | after: "" is not a cursor
          { meetings(before: "nonsense") { totalCount } }                | before: "nonsense" is not a cursor
          { meetings(after: "bnVsbA") { totalCount } }                   | is not a cursor
          { forums { nodes { meetings(first: 0) { totalCount } } } }     | first: a page has 1 to 100 rows
          { forums { edges { node { meetings(after: "x") { totalCount } } } } } | after: "x" is not a cursor
          { meetings(orderBy: { field: NO }) { totalCount } }            | argument 'orderBy.field' is not a valid
          { meetings(filter: { mode: { eq: "HELD" } }) { totalCount } }  | argument 'filter.mode.eq' is not a valid 'MeetingMode'
          { meetings(filter: { held: { from: "2026-02-30" } }) { totalCount } } | a day that exists
          { actors(filter: { nope: 1 }) { totalCount } }                 | contains a field not in 'ActorFilter': 'nope'
          { actors(filter: { kind: { in: [null] } }) { totalCount } }    | 'filter.kind.in[0]' must not be null
          { actors(filter: { name: { eq: "a\\u0000" } }) { totalCount } } | U+0000
          { citations(filter: { target: { id: "XX1" } }) { totalCount } } | "XX1" is not an id
          { citations(filter: { target: { id: "CI1" } }) { totalCount } } | is of the type Citation; here the id of a record
          { citations(filter: { statement: { year: { gt: 2147483648 } } }) { totalCount } } | is not a valid 'Int'
          { actor(by: { slug: "china" }) { label(language: "zh_CN") } }  | a language tag after BCP 47
          { actor(by: { slug: "china" }) { label(language: "") } }       | a language tag after BCP 47
          { meetings { nodes { x: id x: slug } } }                       | different types
          { meetings { nodes { names } } }                               | Subselection required
          mutation { x }                                                 | not supported
          query A { __typename } query B { __typename }                  | operation name
          {                                                              | Invalid syntax
          """)
  void refusesDocuments(String document, String fragment) {
    refused(new GraphQlClient(port).ask(document), fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          Boolean = true   | null                             | meetings @include(if: $v) { totalCount }            | true or false where @skip or @include
          Boolean = true   | null                             | meetings { nodes { id @skip(if: $v) } }             | true or false where @skip or @include
          Boolean!         | null                             | meetings { nodes { id @skip(if: $v) } }             | Null value for NonNull type 'Boolean!'
          Int              | "2"                              | meetings(first: $v) { totalCount }                  | converted to type 'Int'
          Int              | 2.5                              | meetings(first: $v) { totalCount }                  | converted to type 'Int'
          Int              | {}                               | meetings(first: $v) { totalCount }                  | converted to type 'Int'
          Int              | 3e10                             | meetings(first: $v) { totalCount }                  | integer range
          Date             | "+99999-01-01"                   | actors { nodes { members(asOf: $v) { id } } }       | a day that exists
          Date             | "-0001-01-01"                    | actors { nodes { members(asOf: $v) { id } } }       | a day that exists
          Date             | "+999999999-12-31"               | actors { nodes { members(asOf: $v) { id } } }       | a day that exists
          Date             | "2020-1-1"                       | actors { nodes { members(asOf: $v) { id } } }       | a day that exists
          Date             | 5                                | actors { nodes { members(asOf: $v) { id } } }       | as a text
          RecordKey!       | {}                               | actor(by: $v) { id }                                | Exactly one key
          RecordKey!       | { "id": null }                   | actor(by: $v) { id }                                | must be non-null
          RecordKey!       | { "id": "AC1", "slug": null }    | actor(by: $v) { id }                                | Exactly one key
          RecordKey!       | { "id": {} }                     | actor(by: $v) { id }                                | is not an id
          RecordKey!       | []                               | actor(by: $v) { id }                                | an input object
          ActorFilter      | "x"                              | actors(filter: $v) { totalCount }                   | an input object
          ActorFilter      | { "or": 5 }                      | actors(filter: $v) { totalCount }                   | an input object
          ActorFilter      | { "name": { "eq": 5 } }          | actors(filter: $v) { totalCount }                   | Expected a String
          ActorFilter      | { "name": { "in": [null] } }     | actors(filter: $v) { totalCount }                   | NonNull type 'String!'
          ActorFilter      | { "name": { "eq": "\\u0000" } }  | actors(filter: $v) { totalCount }                   | U+0000
          ActorFilter      | { "kind": { "eq": "NO" } }       | actors(filter: $v) { totalCount }                   | 'ActorKind'
          ActorFilter      | { "identifier": { "scheme": "x" } } | actors(filter: $v) { totalCount }                | 'value'
          [MeetingOrder!]  | { "field": "HELD", "direction": null } | meetings(orderBy: $v) { totalCount }          | 'direction'
          """)
  void refusesVariables(String type, String value, String selection, String fragment) {
    var document = "query ($v: %s) { %s }".formatted(type, selection);
    var variables = Collections.singletonMap("v", JSON.readTree(value));
    refused(new GraphQlClient(port).ask(document, variables), fragment);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          HELD    | "2026-02-30", 1
          HELD    | "+99999-01-01", 1
          HELD    | "+999999999-01-01", 1
          HELD    | 20, 1
          HELD    | null, null
          HELD    | "2020-01-01", 1.0
          HELD    | "2020-01-01", 1000000000000000000000
          HELD    | "2020-01-01"
          HELD    | "2020-01-01", 1, 1
          ORDINAL | 1000000000000, 1
          ORDINAL | "1", 1
          ORDINAL | true, 1
          TITLE   | null, 1
          TITLE   | 1, 1
          """)
  void refusesAlteredCursors(String order, String altered) {
    String ours = cursor(order);
    String mark = JSON.readTree(Base64.getUrlDecoder().decode(ours)).get(0).toString();
    String cursor =
        Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(("[" + mark + ", " + altered + "]").getBytes(StandardCharsets.UTF_8));
    refused(page("meetings", order, cursor), "is not a cursor of this server");
    refused(page("meetings", order, ours.substring(0, ours.length() - 5)), "is not a cursor");
  }

  @Test
  void refusesCursorsOfAnotherOrder() {
    refused(page("meetings", "TITLE", cursor("HELD")), "made for another order");
    refused(page("instruments", "TITLE", cursor("TITLE")), "made for another order");
  }

  @Test
  void cutsWhatItRepeatsBetweenCharacters() {
    String sent = "a".repeat(59) + "\uD83D\uDE00".repeat(3);
    refused(page("meetings", "HELD", sent), "a\uD83D\uDE00…\" is not a cursor");
  }

  @Test
  void refusesMoreIdsThanAHundred() {
    var ids = Collections.nCopies(101, "AC1");
    String document = "query ($ids: [ID!]!) { nodes(ids: $ids) { id } }";
    refused(new GraphQlClient(port).ask(document, Map.of("ids", ids)), "at most 100 at once");
  }

  @Test
  void refusesMoreThanPostgreSqlTakes() {
    String lists =
        IntStream.range(0, 1700)
            .mapToObj(i -> "c" + i + ": nodes { id }")
            .collect(Collectors.joining(" "));
    JsonNode error =
        new GraphQlClient(port).ask("{ meetings { " + lists + " } }").get("errors").get(0);
    assertThat(error.get("extensions").get("code").asString()).isEqualTo("QUERY_TOO_COMPLEX");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          POST    | {                                             | 400
          POST    | []                                            | 400
          POST    | "x"                                           | 400
          POST    | {}                                            | 400
          POST    | { "query": "{__typename}", "variables": [] }  | 400
          POST    | { "query": "{__typename}", "variables": "x" } | 400
          PUT     | {}                                            | 405
          DELETE  | {}                                            | 405
          """)
  void refusesBrokenRequests(String method, String body, int status) throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    assertThat(answer.statusCode()).isEqualTo(status);
    refused(JSON.readTree(answer.body()), "");
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\ud800", "a\\udfff", "\\udc00\\ud800"})
  void refusesHalvesOfCharacters(String escaped) throws Exception {
    String body =
        """
        { "query": "query ($s: String!) { actor(by: { slug: $s }) { id } }", "variables": { "s": "%s" } }"""
            .formatted(escaped);
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body)));
    refused(JSON.readTree(answer.body()), "half of a character");
  }

  @Test
  void speaksEnglishToAll() throws Exception {
    HttpResponse<String> answer =
        send(
            HttpRequest.newBuilder(address())
                .header("Content-Type", "application/json")
                .header("Accept-Language", "de")
                .POST(BodyPublishers.ofString("{ \"query\": \"{ nope }\" }")));
    refused(JSON.readTree(answer.body()), "Field 'nope' in type 'Query' is undefined");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          { nodes(ids: []) { id } }                                 | { "nodes": [] }
          { nodes(ids: "AC999999999999999999") { id } }             | { "nodes": [null] }
          { meeting(by: { slug: "" }) { id } }                      | { "meeting": null }
          { a: actors(filter: { or: [] }) { totalCount } }          | { "a": { "totalCount": 0 } }
          { a: actors(filter: { name: { in: [] } }) { totalCount } } | { "a": { "totalCount": 0 } }
          { a: actors(filter: { kind: { in: [] } }) { totalCount } } | { "a": { "totalCount": 0 } }
          { a: actors(filter: { name: { startsWith: "%" } }) { totalCount } } | { "a": { "totalCount": 0 } }
          { a: actors(filter: { name: { contains: "_" } }) { totalCount } }   | { "a": { "totalCount": 0 } }
          { a: actors(filter: { name: { contains: "\\\\" } }) { totalCount } } | { "a": { "totalCount": 0 } }
          { a: actors(filter: { name: { eq: "ÅLAND ISLANDS" } }) { nodes { name } } } | { "a": { "nodes": [{ "name": "Åland Islands" }] } }
          { a: actors(filter: { slug: { in: "CHINA" } }) { nodes { slug } } } | { "a": { "nodes": [{ "slug": "china" }] } }
          { a: actors(filter: { or: [{ slug: { eq: "china" } }, { not: { not: { slug: { eq: "japan" } } } }] }, orderBy: { field: NAME, direction: DESC }) { nodes { slug } } } | { "a": { "nodes": [{ "slug": "japan" }, { "slug": "china" }] } }
          { a: actor(by: { slug: "china" }) { order: slug select: slug __x: slug _: slug } } | { "a": { "order": "china", "select": "china", "__x": "china", "_": "china" } }
          { a: actor(by: { slug: "china" }) { ... on Record { slug } ...F __typename ... on Actor { name slug } } } fragment F on Node { t: __typename } | { "a": { "slug": "china", "t": "Actor", "__typename": "Actor", "name": "China" } }
          { a: actor(by: { slug: "china" }) { slug @skip(if: true) } } | { "a": {} }
          { a: actor(by: { slug: "china" }) { en: label(language: "en") zh: label(language: "ZH") cn: label(language: "zh-CN") x: label(language: "tlh") } } | { "a": { "en": "China", "zh": "中国", "cn": "中国", "x": "China" } }
          { a: actor(by: { slug: "united-nations" }) { label(language: "en-GB") } } | { "a": { "label": "United Nations" } }
          { a: actor(by: { slug: "china" }) { memberships(asOf: "0001-01-01") { certainty @include(if: false) group { slug @skip(if: true) } } } __typename } | -
          { meetings(first: 1) { pageInfo { __typename } } }        | { "meetings": { "pageInfo": { "__typename": "PageInfo" } } }
          { meetings(first: 1) { __typename edges { __typename } } } | { "meetings": { "__typename": "MeetingConnection", "edges": [{ "__typename": "MeetingEdge" }] } }
          { statements { nodes { excerpt(length: -2147483648) } } __typename } | -
          { statements { nodes { excerpt(length: 2147483647) } } __typename }  | -
          query ($n: Int = 1) { meetings(first: $n, last: null) { edges { __typename } } } | { "meetings": { "edges": [{ "__typename": "MeetingEdge" }] } }
          """)
  void answersWhatOnlyLooksWrong(String document, String expected) {
    JsonNode answer = new GraphQlClient(port).data(document);
    if (!expected.equals("-")) {
      assertThat(answer.toString()).isEqualTo(JSON.readTree(expected).toString());
    }
  }

  /** No argument takes one yet, so it is the default of a variable that is refused by itself. */
  @ParameterizedTest
  @CsvSource({
    "2020-12-09T10:00:00Z, true",
    "2020-12-09t10:00:00.123456789+05:45, true",
    "2020-12-09T10:00Z, false",
    "2020-12-09T10:00:00, false",
    "2020-12-09T10:00:00+05, false",
    "2020-12-09T10:00:00+05:45:01, false",
    "2020-12-09T24:00:00Z, false",
    "2026-02-30T10:00:00Z, false",
    "+12020-12-09T10:00:00Z, false",
    "2020-12-09, false"
  })
  void takesMomentsAsTheRfcWritesThem(String moment, boolean taken) {
    JsonNode answer =
        new GraphQlClient(port)
            .ask("query ($at: DateTime = \"%s\") { __typename }".formatted(moment));
    assertThat(answer.get("errors")).hasSize(taken ? 1 : 2);
    assertThat(answer.get("errors").toString().contains("DateTime")).isNotEqualTo(taken);
  }

  @ParameterizedTest
  @CsvSource({
    "target: {}",
    "target: null",
    "target: { slug: {} }",
    "not: { target: { type: [] } }"
  })
  void emptyConditionsAskForNothing(String filter) {
    var client = new GraphQlClient(port);
    String document = "{ citations(filter: { %s }) { totalCount } }";
    assertThat(client.data(document.formatted(filter)))
        .isEqualTo(client.data("{ citations { totalCount } }"));
  }

  @Test
  void oneFailingFieldLeavesTheOthers() {
    JsonNode answer =
        new GraphQlClient(port)
            .ask(
                """
                { a: actor(by: { slug: "china" }) { slug } b: meetings(first: 0) { totalCount }
                  c: node(id: "x") { id } d: actor(by: { slug: "japan" }) { slug } }\
                """);
    assertThat(answer.get("data").toString())
        .isEqualTo("{\"a\":{\"slug\":\"china\"},\"b\":null,\"c\":null,\"d\":{\"slug\":\"japan\"}}");
    assertThat(answer.get("errors")).hasSize(2);
  }

  @Test
  void answersObjectsOfMoreThanAHundredKeys() {
    String keys =
        IntStream.range(0, 130).mapToObj(i -> "k" + i + ": slug").collect(Collectors.joining(" "));
    JsonNode answer =
        new GraphQlClient(port)
            .data("{ meetings { edges { node { forum { %1$s } %1$s } } } }".formatted(keys));
    for (JsonNode edge : answer.get("meetings").get("edges")) {
      assertThat(edge.get("node")).hasSize(131);
      assertThat(edge.get("node").get("forum")).hasSize(130);
    }
  }

  @Test
  void takesAddressesWithBraces() throws Exception {
    // java.net.URI refuses what browsers send, so the request is written by hand.
    try (var socket = new Socket("127.0.0.1", port)) {
      socket
          .getOutputStream()
          .write(
              "GET /graphql?query={__typename} HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                  .getBytes(StandardCharsets.US_ASCII));
      String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
      assertThat(answer).startsWith("HTTP/1.1 200").contains("{\"__typename\":\"Query\"}");
    }
  }

  private static void refused(JsonNode answer, String fragment) {
    JsonNode error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("code").asString()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("message").asString()).contains(fragment).doesNotMatch(NEVER_TOLD);
  }

  private String cursor(String order) {
    return page("meetings", order, null)
        .get("data")
        .get("meetings")
        .get("pageInfo")
        .get("endCursor")
        .asString();
  }

  private JsonNode page(String field, String order, @Nullable String after) {
    String document =
        "query ($after: String) { %s(orderBy: { field: %s }, after: $after) { pageInfo { endCursor } } }";
    return new GraphQlClient(port)
        .ask(document.formatted(field, order), Collections.singletonMap("after", after));
  }

  private URI address() {
    return URI.create("http://127.0.0.1:%d/graphql".formatted(port));
  }

  private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (HttpClient http = HttpClient.newHttpClient()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
