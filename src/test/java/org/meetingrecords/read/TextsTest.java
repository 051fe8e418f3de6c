package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetingrecords.GraphQlClient;
import tools.jackson.databind.JsonNode;

/** What the words of texts find, in which order, and what is shown of it. */
class TextsTest extends AskedOfMadeUpRecords {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          weapon                         | english
          WEAPONS                        | english plain
          treaty weapon                  | english
          "treaty forbids"               | english
          "forbids treaty"               |
          "nuclear weapon" quagga        |
          quagga or lion                 | long twice
          quagga or lion -horse          | long twice
          quagga -horse or lion          | long
          zebra -treaty                  | title summary markup
          zebra -"nuclear weapons"       | title summary markup
          zebra -"nuclear tested"        | english title summary markup
          giraffe lion                   |
          giraffe -lion                  |
          giraffe -quagga                | long
          non-proliferation              | english
          "sao tome"                     | english
          São Tomé                       | english
          desarmement                    | french
          arme nucléaire                 | french
          hyène                          | french
          оружия                         | russian
          ДОГОВОР                        | russian
          المعاهدة                       | arabic
          striped zebra                  | title summary markup
          control                        | unheld
          cheval                         | twice
          horse cheval                   |
          the                            | plain
          of the                         |
          treaty (forbids                | english
          weap\\on                       |
          "treaty                        | english
          or                             | REFUSED
          -                              | REFUSED
          ( )                            | REFUSED
          ``                             | REFUSED
          """)
  void findsByWords(String text, String slugs) {
    String document =
        "query ($text: String!) { statements(first: 100, filter: { text: $text, meeting: { slug: { eq: \"reading\" } } }) { totalCount nodes { slug } } }";
    JsonNode answer = new GraphQlClient(port).ask(document, Map.of("text", text));
    if ("REFUSED".equals(slugs)) {
      assertThat(answer.at("/errors/0/extensions/code").stringValue()).isEqualTo("BAD_USER_INPUT");
      assertThat(answer.at("/errors/0/message").stringValue()).contains("no word to look for");
      return;
    }
    var expected =
        slugs == null ? List.of() : Stream.of(slugs.split(" ")).map("read-"::concat).toList();
    JsonNode page = answer.at("/data/statements");
    var found = new ArrayList<String>();
    page.get("nodes").forEach(node -> found.add(node.get("slug").stringValue()));
    assertThat(found)
        .as(answer.toString())
        .containsExactlyInAnyOrderElementsOf(castToStrings(expected));
    assertThat(page.get("totalCount").asInt()).isEqualTo(expected.size());
  }

  private static List<String> castToStrings(List<?> values) {
    return values.stream().map(String::valueOf).toList();
  }

  static List<String> hardTexts() {
    return List.of(
        "(",
        "\\",
        "'; drop table statement; --",
        "a".repeat(10_000),
        "zebra ".repeat(2_000),
        "null \u0000 byte",
        "lone \uD800 surrogate",
        "\u202Eعربي\u202C",
        "\"\"\"",
        "- - -",
        "<->",
        "zebra:*",
        "!zebra",
        "&|!",
        "😀");
  }

  @ParameterizedTest
  @MethodSource("hardTexts")
  void answersOrRefusesWhateverIsSent(String text) {
    for (String field : List.of("statements(filter: { text: $text })", "search(text: $text)")) {
      JsonNode answer =
          new GraphQlClient(port)
              .ask(
                  "query ($text: String!) { %s { totalCount } }".formatted(field),
                  Map.of("text", text));
      if (answer.has("errors")) {
        assertThat(answer.at("/errors/0/extensions/code").stringValue())
            .as(answer.toString())
            .isEqualTo("BAD_USER_INPUT");
      } else {
        assertThat(answer.at("/data").isObject()).isTrue();
      }
    }
  }

  @Test
  void putsTitlesAheadOfSummariesAheadOfBodies() {
    assertThat(slugs("zebra", "{ field: RELEVANCE, direction: DESC }"))
        .startsWith("read-title", "read-summary")
        .hasSize(4);
  }

  @Test
  void walksByRelevanceBothWaysWithoutGapOrRepeat() {
    var client = new GraphQlClient(port);
    String order = "{ field: RELEVANCE, direction: DESC }";
    String text = "zebra or quagga or lion or weapons or nothing";
    List<String> whole = slugs(text, order);
    assertThat(whole).hasSizeGreaterThan(6);
    for (boolean forward : List.of(true, false)) {
      var walked = new ArrayList<String>();
      String cursor = "";
      JsonNode info;
      do {
        JsonNode page =
            client
                .data(
                    "{ statements(%s: 2, %s filter: { text: \"%s\" }, orderBy: [%s]) { edges { relevance node { slug } } pageInfo { hasNextPage hasPreviousPage startCursor endCursor } } }"
                        .formatted(forward ? "first" : "last", cursor, text, order))
                .get("statements");
        var slugs = new ArrayList<String>();
        page.get("edges").forEach(edge -> slugs.add(edge.at("/node/slug").stringValue()));
        walked.addAll(forward ? walked.size() : 0, slugs);
        info = page.get("pageInfo");
        cursor =
            forward
                ? "after: %s,".formatted(info.get("endCursor"))
                : "before: %s,".formatted(info.get("startCursor"));
      } while (info.get(forward ? "hasNextPage" : "hasPreviousPage").asBoolean());
      assertThat(walked).isEqualTo(whole);
    }
  }

  @Test
  void countsTheSameEverywhere() {
    JsonNode data =
        new GraphQlClient(port)
            .data(
                """
                {
                  statements(filter: { text: "zebra" }) { totalCount facets(dimension: ACTOR) { value count } }
                  meeting(by: { slug: "reading" }) { statements(filter: { text: "zebra" }, orderBy: { field: RELEVANCE, direction: DESC }) { totalCount nodes { slug } } }
                  statementStatistics(filter: { text: "zebra" }, groupBy: [ACTOR]) { keys { value } statements }
                  meetings(filter: { statements: { some: { text: "zebra" } } }) { nodes { slug } }
                  others: statements(filter: { meeting: { slug: { eq: "reading" } }, not: { text: "zebra" } }) { totalCount }
                }
                """);
    assertThat(data.get("statements").toString())
        .isEqualTo(
            "{\"totalCount\":4,\"facets\":[{\"value\":\"sao-tome\",\"count\":3},{\"value\":\"reader\",\"count\":1}]}");
    assertThat(data.at("/meeting/statements/totalCount").asInt()).isEqualTo(4);
    assertThat(data.at("/meeting/statements/nodes/0/slug").stringValue()).isEqualTo("read-title");
    assertThat(data.get("statementStatistics").toString())
        .isEqualTo(
            "[{\"keys\":[{\"value\":\"reader\"}],\"statements\":1},{\"keys\":[{\"value\":\"sao-tome\"}],\"statements\":3}]");
    assertThat(data.get("meetings").toString()).isEqualTo("{\"nodes\":[{\"slug\":\"reading\"}]}");
    assertThat(data.at("/others/totalCount").asInt()).isEqualTo(7);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          read-english | "nuclear weapon" | The zebra treaty forbids <mark>nuclear</mark> <mark>weapons</mark>. In São Tomé its parties agreed on non-proliferation; no <mark>weapon</mark> was ever tested | en
          read-french  | hyene desarmement | Le <mark>désarmement</mark> des <mark>hyènes</mark> : les armes nucléaires sont interdites à jamais | fr
          read-title   | zebra            | On <mark>zebras</mark> | en
          read-summary | zebra            | <mark>Zebras</mark> in short | en
          read-markup  | striped          | Let a &lt; b &amp; "c"; then &lt;script&gt;alert('zebra')&lt;/script&gt; is a <mark>striped</mark> &lt;b&gt;zebra&lt;/b&gt; &amp;amp; nothing else | en
          read-twice   | cheval           | Un quagga n'est pas un <mark>cheval</mark> | fr
          """)
  void marksTheWordsInTheirPassage(String slug, String text, String snippet, String language) {
    JsonNode edge =
        new GraphQlClient(port)
            .data(
                "query ($text: String!) { statements(filter: { text: $text, slug: { eq: \"%s\" } }) { edges { highlights { snippet language } } } }"
                    .formatted(slug),
                Map.of("text", text))
            .at("/statements/edges/0");
    assertThat(edge.at("/highlights/0/snippet").stringValue()).isEqualTo(snippet);
    assertThat(edge.at("/highlights/0/language").stringValue()).isEqualTo(language);
    assertThat(edge.get("highlights")).hasSize(1);
  }

  @Test
  void marksThePassageOfAStretchFarBehind() {
    JsonNode highlights =
        new GraphQlClient(port)
            .data("{ statements(filter: { text: \"lion\" }) { edges { highlights { snippet } } } }")
            .at("/statements/edges/0/highlights");
    assertThat(highlights).hasSize(1);
    assertThat(highlights.get(0).get("snippet").stringValue())
        .endsWith("The <mark>lion</mark> comes last");
  }

  @Test
  void asksForATextWhereRelevanceIsTheOrder() {
    JsonNode error =
        new GraphQlClient(port)
            .ask("{ statements(orderBy: { field: RELEVANCE }) { nodes { slug } } }")
            .at("/errors/0");
    assertThat(error.at("/extensions/code").stringValue()).isEqualTo("BAD_USER_INPUT");
    assertThat(error.get("message").stringValue()).contains("RELEVANCE", "text");
    JsonNode unsearched =
        new GraphQlClient(port)
            .data("{ statements(first: 1) { edges { relevance highlights { snippet } } } }")
            .at("/statements/edges/0");
    assertThat(unsearched.toString()).isEqualTo("{\"relevance\":null,\"highlights\":[]}");
  }

  @Test
  void followsATextThatChanges() throws SQLException {
    try (var connection = MadeUpRecords.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into statement (slug, meeting_id, kind) select 'read-anew', id, 'SPEECH' from meeting where slug = 'reading'");
      assertThat(slugs("heron", "{ field: DELIVERED }")).isEmpty();
      statement.execute(
          "insert into text_version (statement_id, language, body) select id, 'en', 'A heron.' from statement where slug = 'read-anew'");
      assertThat(slugs("heron", "{ field: DELIVERED }")).containsExactly("read-anew");
      statement.execute("update text_version set body = 'A tapir.' where body = 'A heron.'");
      assertThat(slugs("heron", "{ field: DELIVERED }")).isEmpty();
      assertThat(slugs("tapirs", "{ field: DELIVERED }")).containsExactly("read-anew");
      statement.execute("update statement set title = 'Herons' where slug = 'read-anew'");
      assertThat(slugs("heron tapir", "{ field: DELIVERED }")).containsExactly("read-anew");
      statement.execute("delete from text_version where body = 'A tapir.'");
      assertThat(slugs("tapir", "{ field: DELIVERED }")).isEmpty();
      assertThat(slugs("herons", "{ field: DELIVERED }")).containsExactly("read-anew");
      statement.execute("delete from statement where slug = 'read-anew'");
      assertThat(slugs("herons", "{ field: DELIVERED }")).isEmpty();
    }
  }

  /** The language of a statement that does not say it is that of its original. */
  @Test
  void followsWhichTextIsTheOriginal() throws SQLException {
    try (var connection = MadeUpRecords.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into statement (slug, meeting_id, kind, title) select 'read-turned', id, 'SPEECH', 'Les journaux' from meeting where slug = 'reading'");
      statement.execute(
          """
          insert into text_version (statement_id, language, relation, body)
          select id, text.language, text.relation, 'Turned.'
          from statement, (values ('en', 'ORIGINAL'), ('fr', 'UNKNOWN')) text (language, relation)
          where slug = 'read-turned'""");
      assertThat(slugs("journal", "{ field: DELIVERED }")).isEmpty();
      statement.execute(
          "update text_version set relation = case language when 'fr' then 'ORIGINAL' else 'UNKNOWN' end where body = 'Turned.'");
      assertThat(slugs("journal", "{ field: DELIVERED }")).containsExactly("read-turned");
      statement.execute("delete from text_version where body = 'Turned.'");
      statement.execute("delete from statement where slug = 'read-turned'");
    }
  }

  private List<String> slugs(String text, String order) {
    var slugs = new ArrayList<String>();
    new GraphQlClient(port)
        .data(
            "query ($text: String!) { statements(first: 100, filter: { text: $text }, orderBy: [%s]) { nodes { slug } } }"
                .formatted(order),
            Map.of("text", text))
        .at("/statements/nodes")
        .forEach(node -> slugs.add(node.get("slug").stringValue()));
    return slugs;
  }
}
