package org.meetingrecords;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Asks as any client does, and keeps the answer as it came, keys in their order. */
public final class GraphQlClient {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  private final HttpClient http = HttpClient.newHttpClient();
  private final URI address;

  public GraphQlClient(int port) {
    address = URI.create("http://127.0.0.1:%d/graphql".formatted(port));
  }

  public JsonNode ask(String document) {
    return ask(document, Map.of());
  }

  public JsonNode ask(String document, Map<String, ?> variables) {
    String body = JSON.writeValueAsString(Map.of("query", document, "variables", variables));
    var request =
        HttpRequest.newBuilder(address)
            .header("Content-Type", "application/json")
            .header("Accept", "application/graphql-response+json")
            .POST(BodyPublishers.ofString(body))
            .build();
    try {
      return JSON.readTree(http.send(request, BodyHandlers.ofString()).body());
    } catch (IOException broken) {
      throw new java.io.UncheckedIOException(broken);
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  /** The data of an answer that must hold no error. */
  public JsonNode data(String document) {
    return data(document, Map.of());
  }

  public JsonNode data(String document, Map<String, ?> variables) {
    JsonNode answer = ask(document, variables);
    if (answer.has("errors")) {
      throw new AssertionError("errors for " + document + ": " + answer.get("errors"));
    }
    return answer.get("data");
  }
}
