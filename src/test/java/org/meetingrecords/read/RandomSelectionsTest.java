package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.GraphQlClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Asks for selections made at random, and works each answer out a second time the slow way: a plain
 * query for every single value, by nothing but the naming rule.
 */
class RandomSelectionsTest extends AskedOfMadeUpRecords {
  /**
   * Fields that follow from the naming rule alone: leaves, links, lists and connections, with their
   * types.
   */
  private static final Map<String, Set<String>> LEAVES =
      Map.of(
          "Meeting",
              Set.of(
                  "slug",
                  "title",
                  "ordinal",
                  "startsOn",
                  "endsOn",
                  "year",
                  "mode",
                  "city",
                  "version"),
          "Forum", Set.of("slug", "name", "acronym", "kind", "description"),
          "Delegation", Set.of("capacity", "nameAsRecorded", "codeAsRecorded"),
          "Delegate", Set.of("role", "labelAsRecorded"),
          "Actor", Set.of("slug", "name", "kind", "iso3", "createdAt"),
          "Statement",
              Set.of(
                  "slug",
                  "sequence",
                  "kind",
                  "deliveredOn",
                  "attribution",
                  "language",
                  "wordCount",
                  "procedural"),
          "Speaker", Set.of("capacity", "labelAsRecorded", "confidence"),
          "Person", Set.of("slug", "name"),
          "Position", Set.of("title", "rank"),
          "Decision", Set.of("title", "sequence", "yes", "no", "levels"));

  private static final Map<String, Map<String, String>> LINKS =
      Map.of(
          "Meeting", Map.of("forum", "Forum", "country", "Actor"),
          "Delegation", Map.of("meeting", "Meeting", "actor", "Actor"),
          "Delegate", Map.of("person", "Person", "position", "Position"),
          "Statement",
              Map.of("meeting", "Meeting", "delegation", "Delegation", "inReplyTo", "Statement"),
          "Speaker", Map.of("person", "Person", "position", "Position", "affiliation", "Actor"),
          "Position", Map.of("organization", "Actor"),
          "Decision", Map.of("meeting", "Meeting"));

  private static final Map<String, Map<String, String>> LISTS =
      Map.of(
          "Delegation",
          Map.of("delegates", "Delegate"),
          "Statement",
          Map.of("speakers", "Speaker"));

  private static final Map<String, Map<String, String>> CONNECTIONS =
      Map.of(
          "Forum", Map.of("meetings", "Meeting"),
          "Meeting",
              Map.of(
                  "delegations", "Delegation", "statements", "Statement", "decisions", "Decision"),
          "Actor", Map.of("delegations", "Delegation", "statements", "Statement"),
          "Delegation", Map.of("statements", "Statement"));

  /** Orders to ask for, with their columns. */
  private static final Map<String, Map<String, String>> ORDERS =
      Map.of(
          "Meeting", Map.of("HELD", "held_from", "TITLE", "title", "ORDINAL", "ordinal"),
          "Delegation", Map.of("NAME_AS_RECORDED", "name_as_recorded", "CAPACITY", "capacity"),
          "Statement",
              Map.of(
                  "DELIVERED",
                  "delivered_from",
                  "SEQUENCE",
                  "sequence",
                  "WORD_COUNT",
                  "word_count"),
          "Decision", Map.of("DECIDED", "decided_from", "SEQUENCE", "sequence"));

  private static final Map<String, String> LETTERS =
      Map.of("Meeting", "ME", "Forum", "FO", "Actor", "AC", "Statement", "ST", "Delegation", "DE");

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void answersAsPlainSqlDoes(long seed) throws SQLException {
    var random = new Random(seed);
    var client = new GraphQlClient(port);
    try (Connection plain = MadeUpRecords.connect()) {
      for (int i = 0; i < 12; i++) {
        String type =
            LETTERS.keySet().stream().sorted().toList().get(random.nextInt(LETTERS.size()));
        List<JsonNode> ids =
            MadeUpRecords.query(
                plain, "select to_json(id) from %s order by id".formatted(Names.snake(type)));
        long id = ids.get(random.nextInt(ids.size())).asLong();
        var question = new Question(random, plain);
        ObjectNode expected = MadeUpRecords.JSON.createObjectNode();
        String below = question.object(type, id, expected, 3);
        String document =
            "query ($yes: Boolean! = true) { thing: node(id: \"%s%d\") @include(if: $yes) { ... on %s { %s } } }"
                .formatted(LETTERS.get(type), id, type, below);
        JsonNode found = client.data(document).get("thing");
        assertThat(found.toString()).as(document).isEqualTo(expected.toString());
      }
    }
  }

  /** One random question, and its answer as plain SQL has it. */
  private static final class Question {
    private final Random random;
    private final Connection plain;
    private int aliases;

    Question(Random random, Connection plain) {
      this.random = random;
      this.plain = plain;
    }

    /** Fills in what is expected of a row, and returns the selection. */
    String object(String type, long id, ObjectNode expected, int depth) throws SQLException {
      var selection = new StringBuilder();
      var fields = new ArrayList<>(LEAVES.get(type).stream().sorted().toList());
      fields.add("__typename");
      fields.add("id");
      LINKS.getOrDefault(type, Map.of()).keySet().stream().sorted().forEach(fields::add);
      LISTS.getOrDefault(type, Map.of()).keySet().stream().sorted().forEach(fields::add);
      CONNECTIONS.getOrDefault(type, Map.of()).keySet().stream().sorted().forEach(fields::add);
      for (String field : pick(fields)) {
        String key = random.nextBoolean() ? field : "a" + ++aliases;
        if (expected.has(key)) {
          continue;
        }
        String spelled =
            (key.equals(field) ? "" : key + ": ") + field(type, id, field, key, expected, depth);
        if (expected.has(key)) {
          selection.append(' ').append(wrapped(type, spelled));
        }
      }
      if (expected.isEmpty()) {
        expected.put("__typename", type);
        selection.append(" __typename");
      }
      if (random.nextInt(4) == 0) {
        selection.append(
            " left_out: __typename @include(if: false) left_out_too: __typename @skip(if: $yes)");
      }
      return selection.toString();
    }

    private String field(
        String type, long id, String field, String key, ObjectNode expected, int depth)
        throws SQLException {
      String table = Names.snake(type);
      if (field.equals("__typename")) {
        expected.put(key, type);
        return field;
      }
      if (field.equals("id")) {
        if (!LETTERS.containsKey(type)) {
          return field;
        }
        expected.put(key, LETTERS.get(type) + id);
        return field;
      }
      if (LEAVES.get(type).contains(field)) {
        expected.set(
            key, one("select to_json(%s) from %s where id = ?", Names.snake(field), table, id));
        return field;
      }
      if (depth == 0) {
        return field;
      }
      String target = LINKS.getOrDefault(type, Map.of()).get(field);
      if (target != null) {
        JsonNode link =
            one("select to_json(%s) from %s where id = ?", Names.snake(field) + "_id", table, id);
        ObjectNode below = MadeUpRecords.JSON.createObjectNode();
        // a link that leads nowhere still needs a selection: that of any row of the type
        long row = link.isNull() ? anyId(target) : link.asLong();
        String selection = object(target, row, below, depth - 1);
        expected.set(key, link.isNull() ? NullNode.getInstance() : below);
        return "%s { %s }".formatted(field, selection);
      }
      target = LISTS.getOrDefault(type, Map.of()).get(field);
      if (target != null) {
        ArrayNode list = expected.putArray(key);
        List<JsonNode> ids =
            MadeUpRecords.query(
                plain,
                "select to_json(id) from %s where %s_id = ? order by id"
                    .formatted(Names.snake(target), table),
                id);
        return "%s { %s }".formatted(field, rows(target, ids, list, 1));
      }
      return connection(type, id, field, key, expected, depth);
    }

    private String connection(
        String type, long id, String field, String key, ObjectNode expected, int depth)
        throws SQLException {
      String target = CONNECTIONS.get(type).get(field);
      var orders = ORDERS.get(target).keySet().stream().sorted().toList();
      String order = orders.get(random.nextInt(orders.size()));
      String direction = random.nextBoolean() ? "ASC" : "DESC";
      int size = 1 + random.nextInt(4);
      boolean last = random.nextInt(3) == 0;
      List<JsonNode> ids =
          MadeUpRecords.query(
              plain,
              "select to_json(id) from %s where %s_id = ? order by %s %s nulls last, id %s"
                  .formatted(
                      Names.snake(target),
                      Names.snake(type),
                      ORDERS.get(target).get(order),
                      direction,
                      direction),
              id);
      List<JsonNode> page =
          last
              ? ids.subList(Math.max(0, ids.size() - size), ids.size())
              : ids.subList(0, Math.min(size, ids.size()));
      ObjectNode connection = expected.putObject(key);
      connection.put("totalCount", ids.size());
      ArrayNode nodes = connection.putArray("nodes");
      String below = rows(target, page, nodes, depth - 1);
      connection.putObject("pageInfo").put("more", ids.size() > size);
      return "%s(%s: %d, orderBy: [{ field: %s, direction: %s }]) { totalCount nodes { %s } pageInfo { more: %s } }"
          .formatted(
              field,
              last ? "last" : "first",
              size,
              order,
              direction,
              below,
              last ? "hasPreviousPage" : "hasNextPage");
    }

    /**
     * The same selection for each row: made once, with the answers of the first, and repeated for
     * the others.
     */
    private String rows(String type, List<JsonNode> ids, ArrayNode list, int depth)
        throws SQLException {
      var seed = random.nextLong();
      int from = aliases;
      String selection = null;
      List<Long> rows =
          ids.isEmpty() ? List.of(anyId(type)) : ids.stream().map(JsonNode::asLong).toList();
      for (long id : rows) {
        var again = new Question(new Random(seed), plain);
        again.aliases = from;
        ObjectNode row = MadeUpRecords.JSON.createObjectNode();
        selection = again.object(type, id, row, depth);
        aliases = Math.max(aliases, again.aliases);
        if (!ids.isEmpty()) {
          list.add(row);
        }
      }
      return selection;
    }

    private String wrapped(String type, String field) {
      return switch (random.nextInt(6)) {
        case 0 -> "... on %s { %s }".formatted(type, field);
        case 1 -> "... @include(if: $yes) { %s }".formatted(field);
        case 2 -> "... on Node { ... on %s { %s } }".formatted(type, field);
        default -> field;
      };
    }

    private Set<String> pick(List<String> fields) {
      var picked = new LinkedHashSet<String>();
      for (int i = 0; i < 6; i++) {
        picked.add(fields.get(random.nextInt(fields.size())));
      }
      return picked;
    }

    private long anyId(String type) throws SQLException {
      return one("select to_json(min(%s)) from %s where id > ?", "id", Names.snake(type), 0L)
          .asLong();
    }

    private JsonNode one(String sql, String column, String table, long id) throws SQLException {
      return MadeUpRecords.query(plain, sql.formatted('"' + column + '"', table), id).getFirst();
    }
  }
}
