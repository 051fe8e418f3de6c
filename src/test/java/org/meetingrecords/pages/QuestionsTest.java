package org.meetingrecords.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the pages offer to ask, the API can answer from the sample records. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class QuestionsTest {

  private static final JsonMapper JSON = JsonMapper.shared();

  @LocalServerPort private int port;

  @Autowired private Questions questions;

  @Test
  void everyQuestionIsAnswered() throws Exception {
    assertThat(questions.all()).hasSize(6);
    try (HttpClient client = HttpClient.newHttpClient()) {
      for (Questions.Question question : questions.all()) {
        HttpRequest request =
            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/graphql"))
                .header("Content-Type", "application/json")
                .POST(
                    BodyPublishers.ofString(
                        JSON.writeValueAsString(Map.of("query", question.query()))))
                .build();
        String answer = client.send(request, BodyHandlers.ofString()).body();
        JsonNode root = JSON.readTree(answer);
        assertThat(root.has("errors")).as("%s: %s", question.title(), answer).isFalse();
        assertThat(root.path("data").iterator().next().isNull()).as(question.title()).isFalse();
      }
    }
  }
}
