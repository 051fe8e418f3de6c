package org.meetingrecords.pages;

import static java.util.stream.Collectors.joining;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.info.BuildProperties;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.DigestUtils;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.util.HtmlUtils;
import org.springframework.web.util.UriUtils;

/**
 * The first page and GraphiQL. Both are written out once, at start; neither asks another host for
 * anything.
 */
@RestController
class Pages {

  private static final MediaType HTML = new MediaType(MediaType.TEXT_HTML, StandardCharsets.UTF_8);
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{(\\w+)(?: ([^}]+))?}}");

  private static final String HOME_POLICY =
      "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none';"
          + " frame-ancestors 'none'";

  /** GraphiQL sets styles from scripts and carries its fonts in its style sheet. */
  private static final String GRAPHIQL_POLICY =
      "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; font-src data:;"
          + " img-src 'self' data:; connect-src 'self'; form-action 'none'; base-uri 'none';"
          + " frame-ancestors 'none'";

  private final Assets assets;
  private final Questions questions;
  private final String version;
  private final Page home;
  private final Page graphiql;

  private record Page(String html, String hash, String policy) {}

  Pages(
      Assets assets,
      Questions questions,
      ResourceLoader resources,
      ObjectProvider<BuildProperties> build)
      throws IOException {
    this.assets = assets;
    this.questions = questions;
    this.version = build.stream().map(one -> " " + one.getVersion()).findFirst().orElse("");
    this.home = page(resources, "index.html", HOME_POLICY);
    this.graphiql = page(resources, "graphiql.html", GRAPHIQL_POLICY);
  }

  @GetMapping("/")
  ResponseEntity<String> home() {
    return answer(home);
  }

  @GetMapping("/graphiql")
  ResponseEntity<String> graphiql() {
    return answer(graphiql);
  }

  /** What a line of a bundle may hold. */
  @GetMapping("/bundle.schema.json")
  ResponseEntity<Resource> bundleSchema() {
    return ResponseEntity.ok()
        .contentType(MediaType.parseMediaType("application/schema+json"))
        .cacheControl(CacheControl.noCache())
        .header("X-Content-Type-Options", "nosniff")
        .body(new ClassPathResource("bundle.schema.json"));
  }

  private static ResponseEntity<String> answer(Page page) {
    return ResponseEntity.ok()
        .contentType(HTML)
        .eTag(page.hash())
        .cacheControl(CacheControl.noCache())
        .header("Content-Security-Policy", page.policy())
        .header("Referrer-Policy", "no-referrer")
        .header("X-Content-Type-Options", "nosniff")
        .body(page.html());
  }

  private Page page(ResourceLoader resources, String name, String policy) throws IOException {
    String template =
        resources.getResource("classpath:web/" + name).getContentAsString(StandardCharsets.UTF_8);
    String html =
        PLACEHOLDER
            .matcher(template)
            .replaceAll(found -> Matcher.quoteReplacement(filled(found.group(1), found.group(2))));
    String hash = DigestUtils.md5DigestAsHex(html.getBytes(StandardCharsets.UTF_8));
    return new Page(html, hash, policy);
  }

  private String filled(String word, String argument) {
    return switch (word) {
      case "asset" -> assets.path(argument);
      case "version" -> HtmlUtils.htmlEscape(version);
      case "example" -> HtmlUtils.htmlEscape(questions.all().getFirst().query());
      case "questions" -> questions.all().stream().map(Pages::link).collect(joining("\n"));
      case "tabs" -> questions.all().stream().map(Pages::tab).collect(joining("\n"));
      default -> throw new IllegalArgumentException("Nothing fills " + word);
    };
  }

  private static String link(Questions.Question question) {
    return "        <li><a href=\"graphiql?query=%s\">%s</a></li>"
        .formatted(
            UriUtils.encode(question.query(), StandardCharsets.UTF_8),
            HtmlUtils.htmlEscape(question.title()));
  }

  private static String tab(Questions.Question question) {
    return "  <script type=\"application/graphql\">\n%s\n  </script>".formatted(question.query());
  }
}
