package org.meetingrecords.export;

import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.json.JsonMapper;

/** A server with records to export, one export at once and little patience. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "records.export.at-once=1",
      "records.export.statement-seconds=2",
      "records.export.pace-seconds=2",
      "records.export.slowest=100KB"
    })
abstract class ExportingTest {
  static final JsonMapper JSON = JsonMapper.builder().build();

  @LocalServerPort int port;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    ExportingDatabase.name(properties);
  }

  @BeforeEach
  void records() throws Exception {
    ExportingDatabase.load();
  }

  HttpResponse<String> post(Map<String, ?> wanted) throws Exception {
    return send(
        request("")
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(JSON.writeValueAsString(new LinkedHashMap<>(wanted)))));
  }

  HttpRequest.Builder request(String parameters) {
    return HttpRequest.newBuilder(
        URI.create("http://127.0.0.1:%d/export%s".formatted(port, parameters)));
  }

  static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
