package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.GraphQlClient;
import tools.jackson.databind.JsonNode;

/** What filters let through, against plain SQL that asks the same. */
class FiltersTest extends AskedOfMadeUpRecords {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          meetings   | { title: { eq: "MEETING 3" } } | from meeting r where title = 'Meeting 3'
          meetings   | { title: { in: ["meeting 1", "meeting 2"] }, not: { city: { isNull: true } } } | from meeting r where title in ('Meeting 1', 'Meeting 2') and city is not null
          meetings   | { not: { ordinal: { gt: 2 } } } | from meeting r where (ordinal > 2) is not true
          meetings   | { or: [{ ordinal: { isNull: true } }, { held: { from: "2020-01-04" } }] } | from meeting r where ordinal is null or held_from >= '2020-01-04'
          meetings   | { delegations: { some: { actor: { name: { eq: "actor 5" } } } } } | from meeting r where r.id in (select meeting_id from delegation d join actor a on a.id = d.actor_id where a.name = 'Actor 5')
          meetings   | { delegations: { none: { actor: { name: { eq: "actor 5" } } } } } | from meeting r where r.id not in (select meeting_id from delegation d join actor a on a.id = d.actor_id where a.name = 'Actor 5')
          meetings   | { delegations: { every: { nameAsRecorded: { startsWith: "meeting-1" } } } } | from meeting r where not exists (select from delegation d where d.meeting_id = r.id and d.name_as_recorded not like 'meeting-1%')
          meetings   | { statements: { some: {} } } | from meeting r where exists (select from statement s where s.meeting_id = r.id)
          meetings   | { decisions: { every: { yes: { gt: 10 } } } } | from meeting r where not exists (select from decision d where d.meeting_id = r.id and d.yes <= 10)
          meetings   | { decisions: { every: { no: { lte: 10 } } } } | from meeting r where not exists (select from decision d where d.meeting_id = r.id)
          delegations| { statements: { every: { sequence: { gt: 0 } } } } | from delegation r where not exists (select from statement s where s.delegation_id = r.id and s.sequence is null)
          decisions  | { votes: { some: { option: { eq: NO }, actor: { name: { contains: "1" } } } } } | from decision r where r.id in (select decision_id from vote v join actor a on a.id = v.actor_id where v.option = 'NO' and a.name like '%1%')
          votes      | { option: { notIn: [YES, NO] } } | from vote r where option not in ('YES', 'NO')
          votes      | { intended: { notIn: [YES] } } | from vote r where intended is distinct from 'YES'
          votes      | { intended: { notIn: [] } } | from vote r
          statements | { actor: { name: { eq: "Actor 7" } } } | from statement r join actor a on a.id = r.actor_id where a.name = 'Actor 7'
          statements | { actor: { continuedBy: { slug: { eq: "made-up-1" } } } } | from statement r join actor a on a.id = r.actor_id where a.slug in ('made-up-1', 'old-actor')
          actors     | { continuedBy: { slug: { eq: "made-up-1" } } } | from actor r where slug in ('made-up-1', 'old-actor')
          statements | { person: { name: { eq: "person 3" } } } | from statement r where r.id in (select statement_id from speaker s join person p on p.id = s.person_id where p.name = 'Person 3')
          statements | { position: { title: { in: ["Office 1", "Office 2"] } } } | from statement r where r.id in (select statement_id from speaker s join position p on p.id = s.position_id where p.title in ('Office 1', 'Office 2'))
          statements | { topic: { slug: { eq: "middle" } } } | from statement r where r.id in (select statement_id from statement_topic st join topic t on t.id = st.topic_id where t.slug in ('middle', 'narrow'))
          statements | { topics: { some: { slug: { eq: "middle" } } } } | from statement r where r.id in (select statement_id from statement_topic st join topic t on t.id = st.topic_id where t.slug = 'middle')
          statements | { cites: { title: { eq: "Treaty 1" } } } | from statement r where r.id in (select statement_id from citation c join instrument i on i.id = c.target_id where i.title = 'Treaty 1')
          statements | { citesAll: [{ title: { eq: "Treaty 1" } }, { title: { eq: "Treaty 2" } }] } | from statement r where r.id in (select statement_id from citation c join instrument i on i.id = c.target_id where i.title = 'Treaty 1') and r.id in (select statement_id from citation c join instrument i on i.id = c.target_id where i.title = 'Treaty 2')
          statements | { representing: { slug: { eq: "made-up-4" } } } | from statement r join actor a on a.id = r.actor_id where a.slug = 'made-up-4'
          statements | { representing: { slug: { eq: "group-a" } } } | from statement r where r.id in (select statement_id from representation where kind = 'ON_BEHALF_OF')
          statements | { representing: { slug: { eq: "made-up-2" } } } | from statement r left join actor a on a.id = r.actor_id where a.slug = 'made-up-2' or (coalesce(r.delivered_to, (select held_to from meeting m where m.id = r.meeting_id)) >= '2020-01-03') is not false and r.id in (select statement_id from representation where kind = 'ON_BEHALF_OF')
          memberships| { certainty: { eq: CERTAIN }, group: { slug: { eq: "group-a" } } } | from membership r join actor g on g.id = r.group_id where g.slug = 'group-a' and r.role = 'MEMBER'
          """)
  void letThroughWhatPlainSqlFinds(String field, String filter, String sql) throws SQLException {
    List<Long> expected = new ArrayList<>();
    try (Connection plain = MadeUpRecords.connect()) {
      MadeUpRecords.query(plain, "select to_json(r.id) " + sql)
          .forEach(id -> expected.add(id.asLong()));
    }
    var found = new ArrayList<Long>();
    var client = new GraphQlClient(port);
    String document =
        "query ($after: String) { %s(first: 100, after: $after, filter: %s) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }"
            .formatted(field, filter);
    JsonNode page = client.data(document).get(field);
    assertThat(page.get("totalCount").asInt()).isEqualTo(expected.size());
    while (true) {
      page.get("nodes")
          .forEach(node -> found.add(Long.parseLong(node.get("id").asString().substring(2))));
      if (!page.get("pageInfo").get("hasNextPage").asBoolean()) {
        break;
      }
      page =
          client
              .data(document, Map.of("after", page.get("pageInfo").get("endCursor").asString()))
              .get(field);
    }
    assertThat(expected).as("the plain SQL finds something").isNotEmpty();
    assertThat(found).containsExactlyInAnyOrderElementsOf(expected);
  }

  /** There are statements without an office, a topic, a citation or an actor. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          statements | {}
          statements | { position: null }
          statements | { position: {} }
          statements | { position: { title: {} } }
          statements | { position: { slug: { eq: null } } }
          statements | { position: { or: [{ title: {} }, { rank: { eq: EXPERT } }] } }
          statements | { topic: { name: null } }
          statements | { topic: { broader: { name: {} } } }
          statements | { cites: { and: [{}, { title: {} }] } }
          statements | { citesAll: [{}, { title: {} }] }
          statements | { actor: { not: {} } }
          statements | { not: {} }
          statements | { not: { topic: { name: {} } } }
          statements | { not: { not: { topic: {} } } }
          meetings   | { delegations: { every: {} }, statements: {}, decisions: { some: null } }
          """)
  void emptyFilterAsksForNothing(String field, String filter) {
    JsonNode data =
        new GraphQlClient(port)
            .data(
                "{ all: %1$s { totalCount } filtered: %1$s(filter: %2$s) { totalCount } }"
                    .formatted(field, filter));
    assertThat(data.get("filtered")).isEqualTo(data.get("all"));
  }

  /** Whoever a statement speaks for is who it is found by, through groups in groups too. */
  @Test
  void representingFindsWhatRepresentedActorsName() {
    var client = new GraphQlClient(port);
    for (String actor : List.of("made-up-2", "made-up-20", "made-up-21")) {
      var speaking = new ArrayList<String>();
      String cursor = "";
      JsonNode page;
      do {
        page =
            client
                .data(
                    "{ statements(first: 100%s) { nodes { slug representedActors(mode: EXPANDED) { slug } } pageInfo { hasNextPage endCursor } } }"
                        .formatted(cursor))
                .get("statements");
        for (JsonNode statement : page.get("nodes")) {
          if (statement.get("representedActors").valueStream().anyMatch(is(actor))) {
            speaking.add(statement.get("slug").stringValue());
          }
        }
        cursor = ", after: " + page.at("/pageInfo/endCursor");
      } while (page.at("/pageInfo/hasNextPage").asBoolean());
      var found = new ArrayList<String>();
      client
          .data(
              "{ statements(first: 100, filter: { representing: { slug: { eq: \"%s\" } } }) { nodes { slug } } }"
                  .formatted(actor))
          .at("/statements/nodes")
          .forEach(statement -> found.add(statement.get("slug").stringValue()));
      assertThat(found).as(actor).hasSizeGreaterThan(5).isEqualTo(speaking);
    }
  }

  private static Predicate<JsonNode> is(String slug) {
    return node -> node.get("slug").stringValue().equals(slug);
  }

  /** A filter means the same on a connection below another field. */
  @Test
  void filtersBelowAFieldAreTheSame() {
    JsonNode data =
        new GraphQlClient(port)
            .data(
                """
                { actor(by: { slug: "made-up-7" }) {
                    statements(filter: { topic: { slug: { eq: "wide" } } }) { totalCount }
                    delegations(filter: { statements: { none: {} } }) { totalCount } }
                  statements(filter: { actor: { slug: { eq: "made-up-7" } }, topic: { slug: { eq: "wide" } } }) { totalCount }
                  delegations(filter: { actor: { slug: { eq: "made-up-7" } }, statements: { none: {} } }) { totalCount } }""");
    assertThat(data.get("actor").get("statements")).isEqualTo(data.get("statements"));
    assertThat(data.get("actor").get("delegations")).isEqualTo(data.get("delegations"));
    assertThat(data.get("statements").get("totalCount").asInt()).isPositive();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          meetings  | { title: { eq: "x" } }
          meetings  | { identifier: { scheme: "x", value: "x" } }
          meetings  | { statements: { some: {} } }
          meetings  | { statements: { none: {} } }
          meetings  | { statements: { every: {} } }
          meetings  | { or: [] }
          citations | { target: { id: "AC1" } }
          citations | { target: { type: [ACTOR] } }
          citations | { target: { identifier: { scheme: "x", value: "x" } } }
          citations | { target: { slug: { eq: "x" } } }
          """)
  void filterHasFiftyConditionsAtMost(String field, String condition) {
    String document = "{ %s(filter: { or: [%s] }) { totalCount } }";
    var client = new GraphQlClient(port);
    client.data(document.formatted(field, (condition + " ").repeat(50)));
    assertThat(refusal(client.ask(document.formatted(field, (condition + " ").repeat(51)))))
        .contains("at most 50 conditions");
  }

  @Test
  void filterHasSixLevelsAtMost() {
    String filter = "{ not: ".repeat(7) + "{ title: { eq: \"x\" } }" + " }".repeat(7);
    String document = "{ meetings(filter: %s) { totalCount } }".formatted(filter);
    assertThat(refusal(new GraphQlClient(port).ask(document))).contains("at most 6 levels deep");
  }

  @ParameterizedTest
  @CsvSource({"meetings, ordinal, in, 1", "citations, target, type, ACTOR"})
  void listHasFiveHundredValuesAtMost(String field, String entry, String list, String value) {
    String document =
        "{ %s(filter: { %s: { %s: [%s] } }) { totalCount } }"
            .formatted(field, entry, list, (value + " ").repeat(501));
    assertThat(refusal(new GraphQlClient(port).ask(document)))
        .contains(list + " takes at most 500 values, not 501");
  }

  private static String refusal(JsonNode answer) {
    JsonNode error = answer.get("errors").get(0);
    assertThat(error.get("extensions").get("code").asString()).isEqualTo("BAD_USER_INPUT");
    return error.get("message").asString();
  }

  /** Whatever the schema offers, the database takes. */
  @Test
  void everyEntryThatMayBeNullIsAnswered() {
    var client = new GraphQlClient(port);
    JsonNode schema =
        client
            .data(
                """
                { __schema {
                    queryType { fields { name args { name type { name } } } }
                    types { name inputFields { name type { name } } } } }""")
            .get("__schema");
    Map<String, JsonNode> inputs = new HashMap<>();
    schema.get("types").forEach(type -> inputs.put(type.get("name").asString(), type));
    int asked = 0;
    for (JsonNode field : schema.at("/queryType/fields")) {
      for (JsonNode argument : field.get("args")) {
        if (!argument.get("name").asString().equals("filter")) {
          continue;
        }
        for (JsonNode entry : inputs.get(argument.at("/type/name").asString()).get("inputFields")) {
          JsonNode condition = inputs.get(entry.at("/type/name").asString(""));
          if (condition != null && names(condition.get("inputFields")).contains("isNull")) {
            String name = field.get("name").asString();
            String selected = name.endsWith("Statistics") ? "keys { value }" : "totalCount";
            client.data(
                "{ %s(%s filter: { %s: { isNull: true } }) { %s } }"
                    .formatted(
                        name,
                        name.endsWith("Statistics") ? "groupBy: []," : "",
                        entry.get("name").asString(),
                        selected));
            asked++;
          }
        }
      }
    }
    assertThat(asked).isGreaterThan(100);
  }

  private static List<String> names(JsonNode entries) {
    return entries.valueStream().map(entry -> entry.get("name").asString()).toList();
  }
}
