package org.meetingrecords.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.Connection;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;

/** How the root fields of one request are read. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "logging.level.org.meetingrecords.read=debug",
      "records.reading.statement-seconds=2"
    })
@ExtendWith(OutputCaptureExtension.class)
class RootFieldsTest {
  private static final Address DATABASE = TestDatabase.migrated("root_fields");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.name(DATABASE, properties);
  }

  @Test
  void oneStatementIsMadeForEachRootField(CapturedOutput output) {
    new GraphQlClient(port)
        .data(
            """
            { meeting(by: { slug: "astop-16" }) {
                delegations { totalCount nodes { actor { name memberships { group { name } } } delegates { person { name } } } }
                statements { nodes { speakers { person { tenures { position { title } } } } citations { target { label } } } } }
              __typename
              people { nodes { name } } }""");
    assertThat(output.getOut().lines().filter(line -> line.contains("DEBUG /* "))).hasSize(2);
    assertThat(output).contains("/* Query.meeting */ select").contains("/* Query.people */ select");
  }

  /** A row that appears while the second of three fields waits for a lock is in none of them. */
  @Test
  void rootFieldsOfARequestShareASnapshot() throws Exception {
    var client = new GraphQlClient(port);
    String count =
        "{ first: people { totalCount } second: positions { totalCount } third: people { totalCount } }";
    int before = client.data(count).get("first").get("totalCount").asInt();
    try (Connection writer = DATABASE.connect()) {
      writer.setAutoCommit(false);
      // Readers of "position" wait from here on, until the commit.
      writer.createStatement().execute("lock table position in access exclusive mode");
      writer
          .createStatement()
          .execute("insert into person (slug, name) values ('late-comer', 'Late Comer')");
      var answer = CompletableFuture.supplyAsync(() -> client.data(count));
      Locks.awaitLockedOut(DATABASE);
      writer.commit();
      JsonNode data = answer.get();
      assertThat(data.get("first").get("totalCount").asInt()).isEqualTo(before);
      assertThat(data.get("third").get("totalCount").asInt()).isEqualTo(before);
    }
    assertThat(client.data(count).get("third").get("totalCount").asInt()).isEqualTo(before + 1);
  }

  @Test
  void fieldThatFailsLeavesTheOthers() throws Exception {
    try (Connection writer = DATABASE.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("lock table decision in access exclusive mode");
      JsonNode answer =
          new GraphQlClient(port)
              .ask(
                  "{ a: meetings { totalCount } late: decisions { totalCount } wrong: people(first: 0) { totalCount } b: forums { totalCount } }");
      assertThat(answer.get("data").get("a").get("totalCount").asInt()).isEqualTo(3);
      assertThat(answer.get("data").get("b").get("totalCount").asInt()).isEqualTo(1);
      assertThat(answer.get("data").get("late").isNull()).isTrue();
      assertThat(answer.get("data").get("wrong").isNull()).isTrue();
      assertThat(answer.get("errors")).hasSize(2);
      JsonNode late = answer.get("errors").get(0);
      assertThat(late.get("extensions").get("code").asString()).isEqualTo("TIMEOUT");
      assertThat(late.get("path").get(0).asString()).isEqualTo("late");
      assertThat(late.get("message").asString()).doesNotContain("decision").doesNotContain("SQL");
      assertThat(answer.get("errors").get(1).get("extensions").get("code").asString())
          .isEqualTo("BAD_USER_INPUT");
    }
  }

  /** One of twenty fields waits for a connection in vain, not each of them. */
  @Test
  void databaseThatIsDownIsWaitedForOnce() throws Exception {
    var client = new GraphQlClient(port);
    String fields =
        IntStream.range(0, 20)
            .mapToObj("f%d: people { totalCount }"::formatted)
            .collect(Collectors.joining(" ", "{ ", " }"));
    client.data(fields);
    JsonNode answer;
    long began = System.nanoTime();
    try (Connection elsewhere = TestDatabase.address().connect();
        var statement = elsewhere.createStatement()) {
      statement.execute("alter database root_fields allow_connections false");
      try {
        statement.execute(
            "select pg_terminate_backend(pid) from pg_stat_activity where datname = 'root_fields'");
        answer = client.ask(fields);
      } finally {
        statement.execute("alter database root_fields allow_connections true");
      }
    }
    assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(10));
    assertThat(answer.get("errors")).hasSize(20);
    for (JsonNode error : answer.get("errors")) {
      assertThat(error.get("extensions").get("code").asString()).isEqualTo("UNAVAILABLE");
    }
    client.data(fields);
  }

  @Test
  void getAnswersAsPostDoes() throws Exception {
    String document = "query Q($slug: String!) { meeting(by: { slug: $slug }) { title } }";
    HttpResponse<String> answer =
        get(
            "query=" + encoded(document) + "&variables=" + encoded("{\"slug\": \"astop-16\"}"),
            "*/*");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.body()).contains("16th Asian Senior-level Talks");
    assertThat(new GraphQlClient(port).data(document, Map.of("slug", "astop-16")).toString())
        .contains("16th Asian Senior-level Talks");
  }

  /** The protocol of automatic persisted queries, as Apollo's clients speak it. */
  @Test
  void hashStandsForADocumentThatWasSentOnce() throws Exception {
    String document = "{ __typename hashed: __typename }";
    String hash =
        HexFormat.of()
            .formatHex(
                MessageDigest.getInstance("SHA-256")
                    .digest(document.getBytes(StandardCharsets.UTF_8)));
    String byHash =
        "extensions="
            + encoded("{\"persistedQuery\": {\"version\": 1, \"sha256Hash\": \"" + hash + "\"}}");
    assertThat(get(byHash, "*/*").body()).contains("\"code\":\"PERSISTED_QUERY_NOT_FOUND\"");
    assertThat(get(byHash + "&query=" + encoded("{ other: __typename }"), "*/*").body())
        .contains("\"code\":\"BAD_USER_INPUT\"");
    assertThat(get(byHash + "&query=" + encoded(document), "*/*").body()).contains("hashed");
    assertThat(get(byHash, "*/*").body())
        .startsWith("{\"data\":{\"__typename\":\"Query\",\"hashed\":\"Query\"},");
  }

  @Test
  void browserIsShownJson() throws Exception {
    HttpResponse<String> answer =
        get("query=%7B__typename%7D", "text/html,application/xhtml+xml,*/*;q=0.8");
    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/json");
  }

  @Test
  void getWithoutOrWithBrokenParametersIsRefused() throws Exception {
    for (String parameters : new String[] {"", "query=%7B__typename%7D&variables=%7Bx"}) {
      HttpResponse<String> answer = get(parameters, "*/*");
      assertThat(answer.statusCode()).isEqualTo(400);
      assertThat(answer.body()).contains("\"code\":\"BAD_USER_INPUT\"");
    }
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }

  private HttpResponse<String> get(String parameters, String accept) throws Exception {
    var address = URI.create("http://127.0.0.1:%d/graphql?%s".formatted(port, parameters));
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          HttpRequest.newBuilder(address).header("Accept", accept).build(),
          BodyHandlers.ofString());
    }
  }
}
