package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.GraphQlClient;
import tools.jackson.databind.JsonNode;

/**
 * Walks connections from end to end, both ways, in orders with ties and nulls: every row once, in
 * the order of plain SQL.
 */
class PagingTest extends AskedOfMadeUpRecords {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          statements | Statement | statement |                            | id |
          statements | Statement | statement | DELIVERED ASC              | delivered_from nulls last, id |
          statements | Statement | statement | DELIVERED DESC             | delivered_from desc nulls last, id desc |
          statements | Statement | statement | SEQUENCE DESC,DELIVERED ASC| sequence desc nulls last, delivered_from nulls last, id |
          statements | Statement | statement | DELIVERED ASC,SEQUENCE DESC,WORD_COUNT DESC| delivered_from nulls last, sequence desc nulls last, word_count desc nulls last, id desc |
          meetings   | Meeting   | meeting   | TITLE ASC                  | title, id |
          meetings   | Meeting   | meeting   | TITLE DESC                 | title desc, id desc |
          meetings   | Meeting   | meeting   | TITLE DESC,HELD ASC        | title desc, held_from nulls last, id |
          meetings   | Meeting   | meeting   | ORDINAL ASC,TITLE ASC      | ordinal nulls last, title, id |
          meetings   | Meeting   | meeting   | HELD DESC                  | held_from desc nulls last, id desc |
          decisions  | Decision  | decision  | SEQUENCE ASC               | sequence nulls last, id |
          votes      | Vote      | vote      | OPTION DESC                | option desc, id desc |
          votes      | Vote      | vote      | ACTOR ASC                  | (select name from actor a where a.id = actor_id) nulls last, id |
          statements | Statement | statement | ACTOR DESC,DELIVERED ASC   | (select name from actor a where a.id = actor_id) desc nulls last, delivered_from nulls last, id |
          delegations| Delegation| delegation| HELD DESC                  | (select held_from from meeting m where m.id = meeting_id) desc nulls last, id desc |
          statements | Statement | statement where actor_id in (select id from actor where name = 'Actor 5') | DELIVERED DESC | delivered_from desc nulls last, id desc | { actor: { name: { eq: "Actor 5" } } }
          statements | Statement | statement where actor_id in (select id from actor where name in ('Actor 5', 'Actor 6')) and sequence > 2 | DELIVERED ASC | delivered_from nulls last, id | { sequence: { gt: 2 }, actor: { name: { in: ["Actor 5", "Actor 6"] } } }
          statements | Statement | statement where actor_id in (select id from actor where name like 'Actor %') | DELIVERED ASC | delivered_from nulls last, id | { actor: { name: { startsWith: "Actor " } } }
          statements | Statement | statement where meeting_id in (select id from meeting where title = 'Meeting 3') | SEQUENCE DESC | sequence desc nulls last, id desc | { meeting: { title: { eq: "Meeting 3" } } }
          """)
  void walksBothWays(
      String field,
      String type,
      String table,
      String orders,
      String sqlOrder,
      @Nullable String filter)
      throws SQLException {
    List<String> expected = new ArrayList<>();
    try (Connection plain = MadeUpRecords.connect()) {
      String letters =
          Map.of(
                  "Statement",
                  "ST",
                  "Meeting",
                  "ME",
                  "Decision",
                  "DC",
                  "Vote",
                  "VO",
                  "Delegation",
                  "DE")
              .get(type);
      MadeUpRecords.query(
              plain, "select to_json(id) from %s order by %s".formatted(table, sqlOrder))
          .forEach(id -> expected.add(letters + id.asLong()));
    }
    int size = Math.max(3, expected.size() / 9);
    assertThat(walk(field, type, orders, filter, size, true, expected.size())).isEqualTo(expected);
    List<String> backward = walk(field, type, orders, filter, size, false, expected.size());
    Collections.reverse(backward);
    assertThat(backward).isEqualTo(expected);
  }

  /** A page between two cursors has something on both sides, even if it holds all between them. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          first: 10, before: $late                | 6  | false | true
          first: 6, before: $late                 | 6  | false | true
          first: 5, before: $late                 | 5  | false | true
          first: 10, after: $early, before: $late | 3  | true  | true
          first: 10, after: $early                | 10 | true  | true
          first: 30, after: $early                | 22 | true  | false
          last: 10, before: $late                 | 6  | false | true
          last: 30, after: $early                 | 22 | true  | false
          last: 10, after: $early                 | 10 | true  | false
          last: 10, after: $early, before: $late  | 3  | true  | true
          last: 22, after: $early                 | 22 | true  | false
          """)
  void tellsOfWhatCursorsCutOff(String between, int size, boolean previous, boolean next) {
    var client = new GraphQlClient(port);
    for (String order : List.of("HELD", "TITLE", "ORDINAL")) {
      String ordered =
          "filter: { slug: { startsWith: \"meeting-\" } }, orderBy: [{ field: %s, direction: DESC }]"
              .formatted(order);
      JsonNode edges =
          client
              .data("{ meetings(%s, first: 25) { edges { cursor } } }".formatted(ordered))
              .get("meetings")
              .get("edges");
      String arguments =
          between
              .replace("$early", edges.get(2).get("cursor").toString())
              .replace("$late", edges.get(6).get("cursor").toString());
      JsonNode page =
          client
              .data(
                  "{ meetings(%s, %s) { nodes { id } pageInfo { hasPreviousPage hasNextPage } } }"
                      .formatted(ordered, arguments))
              .get("meetings");
      assertThat(page.get("nodes")).hasSize(size);
      assertThat(page.get("pageInfo").get("hasPreviousPage").asBoolean()).isEqualTo(previous);
      assertThat(page.get("pageInfo").get("hasNextPage").asBoolean()).isEqualTo(next);
    }
  }

  /** What a cursor has cut off counts only where the filter lets it through. */
  @Test
  void doesNotTellOfWhatTheFilterLeavesOut() {
    var client = new GraphQlClient(port);
    String last =
        client
            .data("{ meetings(orderBy: [{ field: TITLE }], last: 1) { edges { cursor } } }")
            .at("/meetings/edges/0/cursor")
            .asString();
    JsonNode info =
        client
            .data(
                """
                query ($last: String) {
                  meetings(orderBy: [{ field: TITLE }], first: 10, before: $last, filter: { title: { eq: "Meeting 1" } }) {
                    pageInfo { hasNextPage } } }""",
                Map.of("last", last))
            .at("/meetings/pageInfo");
    assertThat(info.get("hasNextPage").asBoolean()).isFalse();
  }

  private List<String> walk(
      String field,
      String type,
      String orders,
      @Nullable String filter,
      int size,
      boolean forward,
      int total) {
    String document =
        """
        query Walk($order: [%2$sOrder!], $first: Int, $after: String, $last: Int, $before: String) {
          %1$s(filter: %3$s, orderBy: $order, first: $first, after: $after, last: $last, before: $before) {
            totalCount
            edges { cursor node { id } }
            pageInfo { hasNextPage hasPreviousPage startCursor endCursor }
          }
        }"""
            .formatted(field, type, filter == null ? "null" : filter);
    var client = new GraphQlClient(port);
    var walked = new ArrayList<String>();
    String place = null;
    for (boolean more = true; more; ) {
      Map<String, Object> variables = new HashMap<>();
      variables.put("order", order(orders));
      variables.put(forward ? "first" : "last", size);
      if (place != null) {
        variables.put(forward ? "after" : "before", place);
      }
      JsonNode page = client.data(document, variables).get(field);
      JsonNode info = page.get("pageInfo");
      assertThat(page.get("totalCount").asInt()).isEqualTo(total);
      var ids = new ArrayList<String>();
      page.get("edges").forEach(edge -> ids.add(edge.get("node").get("id").asString()));
      assertThat(info.get("startCursor")).isEqualTo(page.get("edges").get(0).get("cursor"));
      assertThat(info.get("endCursor"))
          .isEqualTo(page.get("edges").get(ids.size() - 1).get("cursor"));
      assertThat(info.get(forward ? "hasPreviousPage" : "hasNextPage").asBoolean())
          .isEqualTo(!walked.isEmpty());
      if (!forward) {
        Collections.reverse(ids);
      }
      walked.addAll(ids);
      more = info.get(forward ? "hasNextPage" : "hasPreviousPage").asBoolean();
      assertThat(more).isEqualTo(walked.size() < total);
      place = info.get(forward ? "endCursor" : "startCursor").asString();
    }
    return walked;
  }

  private static List<Map<String, String>> order(String orders) {
    var keys = new ArrayList<Map<String, String>>();
    for (String each : orders == null ? new String[0] : orders.split(",")) {
      String[] parts = each.strip().split(" ");
      keys.add(Map.of("field", parts[0], "direction", parts[1]));
    }
    return keys;
  }
}
