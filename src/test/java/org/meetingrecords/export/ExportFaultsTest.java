package org.meetingrecords.export;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.RunningApplication;
import org.meetingrecords.TestFolders;

/** What happens to an export that cannot go on, seen from the wire. */
class ExportFaultsTest extends ExportingTest {
  /** Some 60 MB, far more than sockets hold by themselves. */
  private static final String LARGE =
      "{ meetings(filter: { slug: { startsWith: \"long-\" } }) { nodes { slug a: forum { description } b: forum { description } } } }";

  private static final String SMALL = "{ forums(first: 1) { nodes { slug } } }";

  @Test
  void clientThatLeavesStopsTheDatabasesWork() throws Exception {
    try (Socket client = begin()) {
      assertThat(ExportingDatabase.exporting()).isEqualTo(1);
      client.setSoLinger(true, 0);
    }
    awaitNoExport(Duration.ofSeconds(2));
    assertThat(post(Map.of("query", SMALL, "format", "csv")).statusCode()).isEqualTo(200);
  }

  /** It takes some 40 KB a second, where 100 are the least. */
  @Test
  void clientThatTakesTooLittleIsGivenUp() throws Exception {
    Instant end = Instant.now().plusSeconds(30);
    var buffer = new byte[4_096];
    try (Socket client = begin()) {
      while (ExportingDatabase.exporting() > 0 && client.getInputStream().read(buffer) > 0) {
        assertThat(Instant.now()).as("the export goes on").isBefore(end);
        Thread.sleep(100);
      }
      assertThat(readToTheEnd(client.getInputStream())).doesNotEndWith("\r\n0\r\n\r\n");
    } catch (java.net.SocketException reset) {
      // Given up before it was asked about.
    }
    awaitNoExport(Duration.ofSeconds(1));
  }

  @Test
  void exportWhoseDatabaseDiesBreaksOff() throws Exception {
    try (Socket client = begin()) {
      assertThat(ExportingDatabase.killExports()).isEqualTo(1);
      String end = readToTheEnd(client.getInputStream());
      assertThat(end).doesNotEndWith("0\r\n\r\n").doesNotContain("error", "Exception", "status");
    }
    assertThat(post(Map.of("query", SMALL, "format", "csv")).statusCode()).isEqualTo(200);
  }

  /** The same answer, left alone, ends with the chunk that says so. */
  @Test
  void wholeExportSaysThatItIsWhole() throws Exception {
    try (Socket client = begin()) {
      assertThat(readToTheEnd(client.getInputStream())).endsWith("\r\n0\r\n\r\n");
    }
  }

  @Test
  void oneTooManyIsToldToComeAgain() throws Exception {
    try (Socket _ = begin()) {
      HttpResponse<String> second = post(Map.of("query", SMALL, "format", "csv"));
      assertThat(second.statusCode()).isEqualTo(429);
      assertThat(second.headers().firstValue("Retry-After")).hasValue("10");
      assertThat(second.body()).contains("\"code\":\"RATE_LIMITED\"");
      assertThat(new GraphQlClient(port).data(SMALL).toString()).contains("astop");
    }
    awaitNoExport(Duration.ofSeconds(2));
  }

  @Test
  void exportWithoutAFirstRowIsGivenUp() throws Exception {
    try (Connection writer = ExportingDatabase.ADDRESS.connect()) {
      writer.setAutoCommit(false);
      writer.createStatement().execute("lock table position in access exclusive mode");
      String address = "?format=csv&query=" + encoded("{ positions { nodes { title } } }");
      HttpResponse<String> late =
          send(request(address).header("Origin", "https://elsewhere.example"));
      assertThat(late.statusCode()).isEqualTo(504);
      assertThat(late.headers().map()).doesNotContainKeys("Content-Disposition", "ETag");
      assertThat(late.headers().firstValue("Content-Type"))
          .hasValue("application/graphql-response+json");
      // A page of another origin may read why.
      assertThat(late.headers().firstValue("Access-Control-Allow-Origin")).hasValue("*");
      assertThat(late.headers().firstValue("Content-Security-Policy")).isPresent();
      assertThat(late.body()).contains("\"code\":\"TIMEOUT\"").doesNotContain("position");
    }
  }

  /** A spreadsheet is written to a file first; where that cannot be, it is no client that left. */
  @Test
  void missingTemporaryFolderIsAFaultOfOurs() throws Exception {
    Path folder = Files.createDirectories(TestFolders.bare("temporary"));
    var environment = new HashMap<>(ExportingDatabase.environment());
    environment.put("SERVER_PORT", "0");
    environment.put("SERVER_TOMCAT_BASEDIR", "target/test-folders/tomcat");
    environment.put("JAVA_TOOL_OPTIONS", "-Djava.io.tmpdir=" + folder);
    environment.put("MANAGEMENT_ENDPOINTS_WEB_EXPOSURE_INCLUDE", "prometheus");
    try (var application = RunningApplication.start(environment)) {
      String home = application.await("GraphiQL is at").replaceFirst(".* at (.*)/graphiql", "$1");
      TestFolders.bare("temporary");
      String address = "/export?format=xlsx&query=" + encoded(SMALL);
      HttpResponse<String> answer = send(HttpRequest.newBuilder(URI.create(home + address)));
      assertThat(answer.statusCode()).as(answer.body()).isEqualTo(500);
      assertThat(answer.body()).contains("\"code\":\"INTERNAL\"").doesNotContain(folder.toString());
      assertThat(send(HttpRequest.newBuilder(URI.create(home + "/actuator/prometheus"))).body())
          .contains("records_exports_seconds_count{code=\"INTERNAL\",format=\"xlsx\"} 1")
          .doesNotContain("GONE");
    }
  }

  /** Asks for much and takes only the beginning of it. */
  private Socket begin() throws IOException {
    var client = new Socket("127.0.0.1", port);
    client.setSoTimeout(30_000);
    String asked =
        "GET /export?format=csv&query=%s HTTP/1.1\r\nHost: localhost\r\n\r\n"
            .formatted(encoded(LARGE));
    client.getOutputStream().write(asked.getBytes(StandardCharsets.US_ASCII));
    byte[] first = client.getInputStream().readNBytes(100_000);
    assertThat(new String(first, StandardCharsets.US_ASCII))
        .startsWith("HTTP/1.1 200")
        .contains("Transfer-Encoding: chunked");
    return client;
  }

  /** The last bytes, where the connection ends or nothing comes for a second. */
  private static String readToTheEnd(InputStream in) throws IOException {
    var last = new byte[0];
    var buffer = new byte[1 << 16];
    try {
      for (int count = in.read(buffer); count >= 0; count = in.read(buffer)) {
        String tail =
            new String(last, StandardCharsets.ISO_8859_1)
                + new String(buffer, 0, count, StandardCharsets.ISO_8859_1);
        tail = tail.substring(Math.max(0, tail.length() - 2_000));
        if (tail.endsWith("\r\n0\r\n\r\n")) {
          return tail;
        }
        last = tail.getBytes(StandardCharsets.ISO_8859_1);
      }
    } catch (java.net.SocketException reset) {
      // Broken off.
    }
    return new String(last, StandardCharsets.ISO_8859_1);
  }

  private static void awaitNoExport(Duration patience) throws Exception {
    Instant end = Instant.now().plus(patience);
    while (ExportingDatabase.exporting() > 0) {
      assertThat(Instant.now()).as("the database goes on").isBefore(end);
      Thread.sleep(20);
    }
  }
}
