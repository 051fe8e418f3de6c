package org.meetingrecords.statistics;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.read.AskedOfMadeUpRecords;
import org.meetingrecords.read.MadeUpRecords;
import tools.jackson.databind.JsonNode;

/** Counts, against plain SQL and against what connections say. */
class StatisticsTest extends AskedOfMadeUpRecords {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          statementStatistics | [YEAR] | statements words | select year::text, count(*), coalesce(sum(word_count), 0) from statement group by 1 order by 1 nulls last
          statementStatistics | [ACTOR, KIND] | statements | select a.slug, s.kind, count(*) from statement s left join actor a on a.id = s.actor_id group by 1, 2 order by 1 nulls last, 2
          statementStatistics | [MONTH] | statements speakers | select to_char(delivered_from, 'YYYY-MM'), count(distinct s.id), count(distinct p.person_id) from statement s left join speaker p on p.statement_id = s.id group by 1 order by 1 nulls last
          statementStatistics | [FORUM] | words speakers | select f.slug, (select coalesce(sum(word_count), 0) from statement s2 join meeting m2 on m2.id = s2.meeting_id where m2.forum_id is not distinct from f.id), count(distinct p.person_id) from statement s join meeting m on m.id = s.meeting_id left join forum f on f.id = m.forum_id left join speaker p on p.statement_id = s.id group by f.id, f.slug order by 1 nulls last
          statementStatistics | [TOPIC] | statements | select t.slug, count(*) from statement s left join statement_topic st on st.statement_id = s.id left join topic t on t.id = st.topic_id group by 1 order by 1 nulls last
          statementStatistics | [CAPACITY] | statements words | select capacity, count(*), coalesce(sum(word_count), 0) from (select distinct s.id, s.word_count, p.capacity::text from statement s left join speaker p on p.statement_id = s.id) s group by 1 order by 1 nulls last
          statementStatistics | [] | statements words speakers | select count(*), sum(word_count), (select count(distinct person_id) from speaker) from statement
          statementStatistics | [GROUP] | statements | select 'group-a', count(*) from statement s join actor a on a.id = s.actor_id where a.slug in ('made-up-2', 'made-up-3') and (coalesce(s.delivered_to, (select held_to from meeting m where m.id = s.meeting_id)) >= '2020-01-03') is not false
          voteStatistics | [OPTION] | votes | select option, count(*) from vote group by 1 order by 1
          voteStatistics | [DECISION, OPTION] | votes | select d.slug, option, count(*) from vote v join decision d on d.id = v.decision_id group by 1, 2 order by 1, 2
          """)
  void countsAsPlainSqlDoes(String field, String groupBy, String measures, String sql)
      throws SQLException {
    String groups = groupBy.contains("GROUP") ? "groups: [{ slug: \"group-a\" }]" : "";
    JsonNode data =
        new GraphQlClient(port)
            .data(
                "{ found: %s(groupBy: %s, %s first: 10000) { keys { value } %s } }"
                    .formatted(field, groupBy, groups, measures));
    var found = new ArrayList<String>();
    for (JsonNode row : data.get("found")) {
      var values = new ArrayList<String>();
      row.get("keys").forEach(key -> values.add(text(key.get("value"))));
      for (String measure : measures.split(" ")) {
        values.add(text(row.get(measure)));
      }
      found.add(String.join(" ", values));
    }
    assertThat(found).isNotEmpty().isEqualTo(plain(sql));
  }

  /** A facet's count is what the connection says when it is filtered by the facet's value. */
  @Test
  void facetsCountWhatConnectionsCount() {
    var client = new GraphQlClient(port);
    JsonNode statements =
        client
            .data(
                """
                { statements(filter: { not: { sequence: { isNull: true } } }, first: 1) {
                    facets(dimension: ACTOR, first: 100) { value label count }
                    years: facets(dimension: YEAR) { value count }
                    nodes { slug } totalCount } }""")
            .get("statements");
    assertThat(statements.get("facets")).hasSizeGreaterThan(10);
    int sum = 0;
    for (JsonNode facet : statements.get("facets")) {
      sum += facet.get("count").asInt();
      String actor =
          facet.get("value").isNull()
              ? "not: { actor: { name: { isNull: false } } }"
              : "actor: { slug: { eq: \"%s\" } }".formatted(facet.get("value").asString());
      assertThat(facet.get("label").asString())
          .isEqualTo(facet.get("value").isNull() ? "unknown" : facet.get("label").asString());
      assertThat(
              client
                  .data(
                      "{ statements(filter: { and: [{ not: { sequence: { isNull: true } } }, { %s }] }) { totalCount } }"
                          .formatted(actor))
                  .get("statements")
                  .get("totalCount"))
          .isEqualTo(facet.get("count"));
    }
    assertThat(sum).isEqualTo(statements.get("totalCount").asInt());
    assertThat(statements.get("years").get(0).get("value").asString()).isEqualTo("2020");
  }

  @Test
  void labelsAreWordsForPeople() {
    JsonNode data =
        new GraphQlClient(port)
            .data(
                """
                { ranks: statementStatistics(groupBy: [POSITION_RANK]) { keys { dimension value label } }
                  groups: statementStatistics(groupBy: [GROUP], groups: [{ slug: "group-a" }]) { keys { label } __typename } }""");
    assertThat(data.get("ranks").toString())
        .contains("{\"dimension\":\"POSITION_RANK\",\"value\":\"DIRECTOR\",\"label\":\"Director\"}")
        .contains("{\"dimension\":\"POSITION_RANK\",\"value\":null,\"label\":\"unknown\"}");
    assertThat(data.get("groups").toString())
        .isEqualTo("[{\"keys\":[{\"label\":\"Group A\"}],\"__typename\":\"StatementGroup\"}]");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{ statementStatistics(groupBy: [YEAR], first: 0) { statements } }",
        "{ voteStatistics(groupBy: [YEAR], first: 10001) { votes } }",
        "{ statements { facets(dimension: YEAR, first: 101) { count } } }",
        "{ statementStatistics(groupBy: [GROUP], groups: [{ id: \"ME1\" }]) { statements } }",
        "{ statementStatistics(groupBy: [WEATHER]) { statements } }"
      })
  void refusesWhatItCannotCount(String document) {
    JsonNode error = new GraphQlClient(port).ask(document).get("errors").get(0);
    assertThat(error.get("extensions").get("code").asString()).isEqualTo("BAD_USER_INPUT");
  }

  @ParameterizedTest
  @ValueSource(strings = {"statementStatistics", "voteStatistics"})
  void refusesMoreGroupsThanAListHolds(String field) {
    JsonNode error =
        new GraphQlClient(port)
            .ask(
                "query ($groups: [RecordKey!]) { %s(groupBy: [GROUP], groups: $groups) { keys { value } } }"
                    .formatted(field),
                Map.of("groups", Collections.nCopies(501, Map.of("slug", "group-a"))))
            .get("errors")
            .get(0);
    assertThat(error.get("message").asString()).isEqualTo("groups: at most 500 at once, not 501.");
  }

  private static List<String> plain(String sql) throws SQLException {
    var rows = new ArrayList<String>();
    try (Connection connection = MadeUpRecords.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      int columns = found.getMetaData().getColumnCount();
      while (found.next()) {
        var values = new ArrayList<String>();
        for (int i = 1; i <= columns; i++) {
          values.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" ", values));
      }
    }
    return rows;
  }

  private static String text(JsonNode value) {
    return value.isNull() ? "null" : value.asString();
  }

  @Test
  void givesOneRowForAllWhereNothingIsCountedBy() {
    JsonNode data =
        new GraphQlClient(port)
            .data(
                """
                { people: statementStatistics(groupBy: []) { speakers }
                  votes: voteStatistics(groupBy: []) { keys { value } }
                  none: statementStatistics(groupBy: [], filter: { slug: { eq: "nothing" } }) { speakers } }""");
    assertThat(data.get("people")).hasSize(1);
    assertThat(data.at("/people/0/speakers").asInt()).isPositive();
    assertThat(data.get("votes").toString()).isEqualTo("[{\"keys\":[]}]");
    assertThat(data.get("none").toString()).isEqualTo("[{\"speakers\":0}]");
  }
}
