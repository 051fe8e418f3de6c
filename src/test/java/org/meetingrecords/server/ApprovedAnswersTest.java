package org.meetingrecords.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetingrecords.Approved;
import org.meetingrecords.TestDatabase;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.graphql.test.autoconfigure.tester.AutoConfigureHttpGraphQlTester;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.graphql.test.tester.HttpGraphQlTester;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Each document of {@code queries/}, asked of the sample records, has its approved answer in {@code
 * expectations/}.
 */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@AutoConfigureHttpGraphQlTester
class ApprovedAnswersTest {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private static final Pattern EXAMPLE =
      Pattern.compile("```graphql\n(\\{.+?)```\n```json\n(.+?)```", Pattern.DOTALL);

  /** On a machine with much else to do. */
  private static final java.time.Duration PATIENCE = java.time.Duration.ofMinutes(1);

  @Autowired private HttpGraphQlTester client;

  @DynamicPropertySource
  static void database(DynamicPropertyRegistry properties) {
    TestDatabase.name(TestDatabase.migrated("sample_records"), properties);
  }

  static Stream<Path> queries() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "queries"))) {
      return files.sorted().toList().stream();
    }
  }

  @ParameterizedTest
  @MethodSource("queries")
  void answersAsApproved(Path query) throws IOException {
    String name = query.getFileName().toString().replace(".graphql", ".json");
    Approved.check(
        "expectations/" + name,
        JSON.writeValueAsString(Map.of("data", data(Files.readString(query)))) + "\n");
  }

  /** Each question of the README, with the answer that it shows. */
  static Stream<Arguments> questionsOfTheReadme() throws IOException {
    return EXAMPLE
        .matcher(Files.readString(Path.of("README.md")))
        .results()
        .map(found -> Arguments.of(found.group(1), found.group(2)));
  }

  @ParameterizedTest
  @MethodSource("questionsOfTheReadme")
  void answersAsTheReadmeSays(String question, String answer) {
    assertThat(JSON.writeValueAsString(data(question)))
        .isEqualTo(JSON.writeValueAsString(JSON.readValue(answer, Map.class)));
  }

  private Object data(String document) {
    return client
        .mutate()
        .responseTimeout(PATIENCE)
        .webTestClient(web -> web.responseTimeout(PATIENCE))
        .build()
        .document(document)
        .execute()
        .errors()
        .satisfy(errors -> assertThat(errors).isEmpty())
        .path("$.data")
        .entity(Map.class)
        .get();
  }
}
