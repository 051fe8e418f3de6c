package org.meetingrecords.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.sql.Connection;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is set otherwise than by default holds wherever it is told or looked at. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "server.servlet.context-path=/records",
      "management.endpoints.web.exposure.include=prometheus",
      "management.prometheus.metrics.export.enabled=true",
      "records.limits.page=60",
      "records.reading.connections=1",
      "records.reading.waiting=0",
      "records.rate.points=50",
      "records.rate.period=100ms",
    })
class SettingsTest {
  private static final JsonMapper JSON = JsonMapper.builder().build();
  private static final Address DATABASE = TestDatabase.migrated("settings");

  @LocalServerPort private int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.name(DATABASE, properties);
  }

  @Test
  void limitsHoldBelowAContextPath() throws Exception {
    for (String path : new String[] {"/graphql", "/export"}) {
      HttpResponse<String> answer = post(path, " ".repeat(128 * 1024 + 1), "127.0.0.3");
      assertThat(answer.statusCode()).isEqualTo(413);
      assertThat(answer.headers().firstValue("X-RateLimit-Limit")).hasValue("50");
    }
  }

  @Test
  void schemaTellsHowLargeAPageMayBe() throws Exception {
    HttpResponse<String> schema =
        send(HttpRequest.newBuilder(address("/graphql/schema")), "127.0.0.1");
    assertThat(schema.body())
        .contains("search(", "How many from the start, 1 to 60; 20 when neither")
        .contains("How many from the end, 1 to 60; not together")
        .doesNotContain("from the start, 1 to 100", "from the end, 1 to 100", "WholeSchema");
    assertThat(code(ask("{ meetings(first: 61) { totalCount } }"))).isEqualTo("BAD_USER_INPUT");
  }

  @Test
  void metricsOfRequestsLeaveExportsOut() throws Exception {
    String query = "query %s { meetings { nodes { title } } }";
    ask(query.formatted("Asked"));
    String export =
        JSON.writeValueAsString(Map.of("query", query.formatted("Exported"), "format", "csv"));
    assertThat(post("/export", export, "127.0.0.1").statusCode()).isEqualTo(200);
    String metrics =
        send(HttpRequest.newBuilder(address("/actuator/prometheus")), "127.0.0.1").body();
    assertThat(metrics)
        .contains("records_requests_seconds_count{code=\"OK\",operation=\"Asked\"} 1")
        .contains("records_exports_seconds_count{code=\"OK\",format=\"csv\"} 1")
        .doesNotContain("operation=\"Exported\"");
  }

  /** It asks for 3,050 points, which come back in 61 periods. */
  @Test
  void debtIsNotForgottenBeforeItIsWaitedOff() throws Exception {
    String debtor = "127.0.0.2";
    String dear = "{ meetings(first: 50) { nodes { statements(first: 60) { nodes { id } } } } }";
    assertThat(ask(dear, debtor).statusCode()).isEqualTo(200);
    Thread.sleep(2_000);
    HttpResponse<String> answer = ask("{ __typename }", debtor);
    assertThat(answer.statusCode()).isEqualTo(429);
    assertThat(code(answer)).isEqualTo("RATE_LIMITED");
    assertThat(ask("{ __typename }").statusCode()).isEqualTo(200);
  }

  /** There is one place to read, and none to wait at. */
  @Test
  void whoNeedNotWaitIsAnsweredThoughNobodyMayWait() throws Exception {
    assertThat(ask("{ meetings { totalCount } }").body()).doesNotContain("errors");
    try (Connection writer = DATABASE.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("lock table person in access exclusive mode");
      var reading = CompletableFuture.supplyAsync(() -> unchecked("{ people { totalCount } }"));
      Locks.awaitLockedOut(DATABASE);
      assertThat(code(ask("{ meetings { totalCount } }"))).isEqualTo("UNAVAILABLE");
      writer.rollback();
      assertThat(reading.get().body()).doesNotContain("errors");
    }
  }

  private HttpResponse<String> unchecked(String document) {
    try {
      return ask(document);
    } catch (Exception broken) {
      throw new IllegalStateException(broken);
    }
  }

  private HttpResponse<String> ask(String document) throws Exception {
    return ask(document, "127.0.0.1");
  }

  private static String code(HttpResponse<String> answer) {
    JsonNode error = JSON.readTree(answer.body()).get("errors").get(0);
    return error.get("extensions").get("code").asString();
  }

  private HttpResponse<String> ask(String document, String client) throws Exception {
    return post("/graphql", JSON.writeValueAsString(Map.of("query", document)), client);
  }

  private HttpResponse<String> post(String path, String body, String client) throws Exception {
    return send(
        HttpRequest.newBuilder(address(path))
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(body)),
        client);
  }

  private URI address(String path) {
    return URI.create("http://127.0.0.1:%d/records%s".formatted(port, path));
  }

  /** All of 127.0.0.0/8 is this machine. */
  private static HttpResponse<String> send(HttpRequest.Builder request, String client)
      throws Exception {
    try (HttpClient http =
        HttpClient.newBuilder().localAddress(InetAddress.ofLiteral(client)).build()) {
      return http.send(request.build(), BodyHandlers.ofString());
    }
  }
}
