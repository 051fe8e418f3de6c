package org.meetingrecords.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.graphql.autoconfigure.GraphQlAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;

/** The pages need no database, so these tests start none. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {
      "spring.datasource.url=none",
      "management.endpoint.health.group.readiness.include=readinessState"
    })
class PagesTest {

  @Configuration
  @EnableAutoConfiguration(
      exclude = {DataSourceAutoConfiguration.class, GraphQlAutoConfiguration.class})
  @ComponentScan
  static class OnlyThePages {}

  /**
   * What a browser loads by itself: scripts, styles, images. Links for people are not among them.
   */
  private static final Pattern LOADED =
      Pattern.compile("<(?:script|img|link)\\b[^>]*?(?:src|href)=\"([^\"]*)\"");

  private static final Pattern LOADED_BY_STYLE = Pattern.compile("url\\(['\"]?([^)]{0,20})");

  @LocalServerPort private int port;

  @Test
  void servesTheSchemaOfBundles() throws Exception {
    var schema = get("/bundle.schema.json");
    assertThat(schema.headers().firstValue("Content-Type")).hasValue("application/schema+json");
    assertThat(schema.body()).contains("\"$ref\" : \"#/$defs/Statement\"");
  }

  @Test
  void firstPageLinksTheOthers() throws Exception {
    assertThat(get("/").body())
        .contains("href=\"graphiql\"")
        .contains("href=\"graphql/schema\"")
        .contains("href=\"export?format=csv&amp;query=")
        .contains("href=\"bundle.schema.json\"")
        .contains("href=\"actuator/health\"")
        .doesNotContain("<script")
        .doesNotContain("{{");
  }

  @Test
  void everyQuestionIsLinkedAndHasATab() throws Exception {
    assertThat(found("<li><a href=\"graphiql\\?query=([^\"]+)\"", get("/").body())).hasSize(6);
    assertThat(
            found(
                "<script type=\"application/graphql\">\\s*# ([^\\n]+\\?)", get("/graphiql").body()))
        .hasSize(6);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphiql", "/graphiql?query=%7B__typename%7D&variables=%7B%7D"})
  void pagesAreStrict(String path) throws Exception {
    HttpResponse<String> page = get(path);
    assertThat(page.statusCode()).isEqualTo(200);
    assertThat(page.headers().firstValue("Content-Type")).hasValue("text/html;charset=UTF-8");
    assertThat(page.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
    assertThat(page.headers().firstValue("Content-Security-Policy"))
        .hasValueSatisfying(
            policy ->
                assertThat(policy).startsWith("default-src 'none';").doesNotContain("http", "*"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphiql"})
  void pagesLoadTheirOwnFilesOnly(String path) throws Exception {
    List<String> loaded =
        LOADED.matcher(get(path).body()).results().map(found -> found.group(1)).toList();
    assertThat(loaded).isNotEmpty().allMatch(file -> file.startsWith("assets/"));
    for (String file : loaded) {
      HttpResponse<String> answer = get("/" + file);
      assertThat(answer.statusCode()).as(file).isEqualTo(200);
      assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");
      assertThat(answer.headers().firstValue("Cache-Control"))
          .hasValue("max-age=31536000, public, immutable");
      if (file.endsWith(".css")) {
        assertThat(LOADED_BY_STYLE.matcher(answer.body()).results().map(found -> found.group(1)))
            .as(file)
            .allMatch(url -> url.startsWith("data:"));
        assertThat(answer.body()).doesNotContain("@import");
      }
    }
  }

  @Test
  void anythingElseInTheJarsIsNotServed() throws Exception {
    String script =
        found("src=\"(assets/[^\"]+/graphiql.min.js)\"", get("/graphiql").body()).getFirst();
    String folder = "/" + script.substring(0, script.lastIndexOf('/'));
    assertThat(get(folder + "/package.json").statusCode()).isEqualTo(404);
    assertThat(get("/assets/0000000000000000/graphiql.min.js").statusCode()).isEqualTo(404);
    assertThat(get("/_static/graphiql/3.2.0/package.json").statusCode()).isEqualTo(404);
    assertThat(get("/webjars/react/18.3.1/package.json").statusCode()).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"/", "/graphiql"})
  void unchangedPagesAreNotSentAgain(String path) throws Exception {
    String tag = get(path).headers().firstValue("ETag").orElseThrow();
    HttpResponse<String> again = get(path, "If-None-Match", tag);
    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
  }

  private HttpResponse<String> get(String path, String... headers) throws Exception {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    if (headers.length > 0) {
      request.headers(headers);
    }
    try (HttpClient client = HttpClient.newHttpClient()) {
      return client.send(request.build(), BodyHandlers.ofString());
    }
  }

  private static List<String> found(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map((MatchResult found) -> found.group(1))
        .toList();
  }
}
