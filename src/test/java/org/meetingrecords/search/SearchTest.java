package org.meetingrecords.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.read.AskedOfMadeUpRecords;
import org.meetingrecords.read.MadeUpRecords;
import tools.jackson.databind.JsonNode;

/** What the box over everything finds first. */
class SearchTest extends AskedOfMadeUpRecords {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          henry kissing      | read-aloud    | <mark>Henry</mark> <mark>Kissing</mark>
          KISSING Henry      | read-aloud    | <mark>Henry</mark> <mark>Kissing</mark>
          henry kisssing     | read-aloud    | <mark>Henry</mark> <mark>Kissing</mark>
          kissing jones      | read-alone    | Henriette <mark>Kissing</mark>-<mark>Jones</mark>
          sao tome           | sao-tome      | <mark>São</mark> <mark>Tomé</mark>
          RERO               | reading-room  | <mark>RERO</mark>
          图书馆              | reader        | 中华人民共和国图书馆
          readers union      | reader        | <mark>Readers</mark>' <mark>Union</mark>
          the reading        | reading       | <mark>The</mark> <mark>reading</mark>
          quagga horse       | read-twice    | A <mark>quagga</mark> is no <mark>horse</mark>
          S/RES/2231         | treaty-1      | <mark>S</mark>/<mark>RES</mark>/<mark>2231</mark>
          s/res/22           | treaty-1      | <mark>S</mark>/<mark>RES</mark>/<mark>2231</mark>
          """)
  void findsFirst(String text, String slug, String snippet) throws SQLException {
    try (var connection = MadeUpRecords.connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "insert into identifier (record_id, scheme, value) select id, 'un-symbol', 'S/RES/2231' from instrument where slug = 'treaty-1' on conflict do nothing");
    }
    JsonNode first = search(text, "first: 5").at("/edges/0");
    assertThat(first.at("/node/slug").stringValue()).isEqualTo(slug);
    assertThat(first.at("/highlights/0/snippet").stringValue()).isEqualTo(snippet);
  }

  @Test
  void givesThePersonOfThatNameFirstOfAll() {
    JsonNode found = search("Person 3", "first: 3");
    assertThat(found.at("/edges/0/node/slug").stringValue()).isEqualTo("person-3");
    assertThat(found.at("/edges/0/relevance").asDouble()).isEqualTo(1);
    assertThat(found.at("/edges/1/relevance").asDouble()).isLessThan(1);
  }

  @Test
  void staysWithTheTypesAskedFor() {
    assertThat(types("read", "first: 100")).contains("Forum", "Meeting", "Actor");
    assertThat(types("read", "first: 100, types: [FORUM, TOPIC]")).containsOnly("Forum");
    assertThat(types("read", "types: []")).isEmpty();
  }

  @Test
  void walksPagesThatMakeTheWhole() {
    var whole = slugs(search("read", "first: 100"));
    assertThat(whole).hasSizeGreaterThan(2);
    var walked = new ArrayList<String>();
    String after = "";
    JsonNode page;
    do {
      page = search("read", "first: 1" + after);
      walked.addAll(slugs(page));
      after = ", after: " + page.at("/pageInfo/endCursor");
    } while (page.at("/pageInfo/hasNextPage").asBoolean());
    assertThat(walked).isEqualTo(whole);
    assertThat(page.get("totalCount").asInt()).isEqualTo(whole.size());
    assertThat(slugs(search("read", "last: 1"))).containsExactly(whole.getLast());
  }

  private ArrayList<String> types(String text, String arguments) {
    var types = new ArrayList<String>();
    search(text, arguments)
        .get("edges")
        .forEach(edge -> types.add(edge.at("/node/__typename").stringValue()));
    return types;
  }

  private static ArrayList<String> slugs(JsonNode page) {
    var slugs = new ArrayList<String>();
    page.get("edges").forEach(edge -> slugs.add(edge.at("/node/slug").stringValue()));
    return slugs;
  }

  private JsonNode search(String text, String arguments) {
    return new GraphQlClient(port)
        .data(
            "query ($text: String!) { search(text: $text, %s) { totalCount edges { relevance highlights { snippet language } node { __typename id ... on Record { label slug } } } pageInfo { hasNextPage endCursor } } }"
                .formatted(arguments),
            Map.of("text", text))
        .get("search");
  }

  @Test
  void leavesOutWhatHasAnUnwantedWord() {
    assertThat(slugs(search("zebra", "first: 100"))).contains("read-english", "read-markup");
    assertThat(slugs(search("zebra -treaty", "first: 100")))
        .contains("read-markup")
        .doesNotContain("read-english");
    assertThat(slugs(search("kissing", "first: 100"))).contains("read-alone", "read-aloud");
    assertThat(slugs(search("kissing -jones", "first: 100")))
        .contains("read-aloud")
        .doesNotContain("read-alone");
    JsonNode refused =
        new GraphQlClient(port).ask("{ search(text: \"-quagga\") { totalCount } }").at("/errors/0");
    assertThat(refused.at("/extensions/code").asString()).isEqualTo("BAD_USER_INPUT");
    assertThat(refused.get("message").asString())
        .isEqualTo("text: \"-quagga\" only says what must not be there.");
  }
}
