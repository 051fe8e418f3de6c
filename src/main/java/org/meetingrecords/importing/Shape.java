package org.meetingrecords.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What the loader knows of a table: its columns, what they point at, and what makes two of its rows
 * the same. Columns and links are the database's own; the natural keys are written here.
 */
final class Shape {

  /** The types of record, each after those it points at. */
  private static final Set<String> RECORDS =
      Set.of(
          "source",
          "actor",
          "person",
          "topic",
          "forum",
          "instrument",
          "position",
          "meeting",
          "proposition",
          "decision",
          "statement");

  /** The tables in an order in which each comes after those it points at, with natural keys. */
  private static final List<Key> KEYS =
      List.of(
          new Key("source"),
          new Key("actor"),
          new Key("person"),
          new Key("topic"),
          new Key("forum"),
          new Key("instrument"),
          new Key("position"),
          new Key("succession", "from_id", "to_id", "kind"),
          new Key("membership", "group_id", "member_id", "role", "started_from", "started_to"),
          new Key(
              "tenure",
              "person_id",
              "position_id",
              "on_behalf_of_id",
              "acting",
              "started_from",
              "started_to",
              "ended_from",
              "ended_to"),
          new Key("attestation", "tenure_id", "attested_from", "attested_to", "label", "source_id"),
          new Key("treaty_action", "instrument_id", "participant_as_recorded", "action", "date"),
          new Key("meeting"),
          new Key(
              "meeting_role", "meeting_id", "role", "actor_id", "person_id", "name_as_recorded"),
          new Key("meeting_part", "meeting_id", "kind", "number", "title"),
          new Key("agenda_item", "meeting_id", "number", "title"),
          new Key("delegation", "meeting_id", "actor_id", "capacity")
              .and(
                  "case when $.actor_id is null"
                      + " then coalesce($.name_as_recorded, $.code_as_recorded) else '' end"),
          new Key("delegate", "delegation_id", "person_id", "position_id", "label_as_recorded"),
          new Key("proposition"),
          new Key("decision"),
          new Key("vote", "decision_id", "actor_id", "person_id")
              .and(
                  "case when $.actor_id is null and $.person_id is null"
                      + " then coalesce($.name_as_recorded, $.code_as_recorded) else '' end"),
          new Key("statement"),
          new Key("speaker", "statement_id", "person_id", "label_as_recorded"),
          new Key("representation", "statement_id", "actor_id", "kind", "name_as_recorded"),
          new Key("text_version", "statement_id", "language", "relation", "record_type"),
          new Key("identifier", "record_id", "scheme", "value"),
          new Key("name", "record_id", "text", "language", "kind"),
          new Key("source_link", "record_id", "source_id", "locator"),
          new Key("recorded_field", "record_id", "source_id", "name"),
          new Key("topic_exact_match", "topic_id", "match_id"),
          new Key("meeting_topic", "meeting_id", "topic_id"),
          new Key("decision_topic", "decision_id", "topic_id"),
          new Key("statement_topic", "statement_id", "topic_id"),
          new Key("proposition_topic", "proposition_id", "topic_id"),
          new Key("addressee", "statement_id", "actor_id"),
          new Key("statement_agenda_item", "statement_id", "agenda_item_id"),
          new Key("tenure_source", "tenure_id", "source_id", "locator"),
          new Key("delegation_source", "delegation_id", "source_id", "locator"),
          new Key("delegate_source", "delegate_id", "source_id", "locator"),
          new Key("text_version_source", "text_version_id", "source_id", "locator"));

  private record Key(String table, List<String> columns, @Nullable String expression) {

    Key(String table, String... columns) {
      this(table, List.of(columns), null);
    }

    Key and(String otherwise) {
      return new Key(table, columns, otherwise);
    }
  }

  private record Column(String type, boolean mayBeNull, @Nullable String target) {}

  private final Key key;
  private final Map<String, Column> columns = new LinkedHashMap<>();

  private Shape(Key key) {
    this.key = key;
  }

  /** All tables that an import can fill, in the order in which it fills them. */
  static Map<String, Shape> all(Connection connection) throws SQLException {
    var shapes = new LinkedHashMap<String, Shape>();
    for (Key key : KEYS) {
      shapes.put(key.table(), new Shape(key));
    }
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                """
                select pg_class.relname, attname, format_type(atttypid, atttypmod), not attnotnull, (
                    select target.relname from pg_constraint join pg_class target on target.oid = confrelid
                    where contype = 'f' and conrelid = attrelid and conkey[1] = attnum)
                from pg_attribute join pg_class on pg_class.oid = attrelid
                where relnamespace = 'public'::regnamespace and relkind = 'r' and attnum > 0
                  and not attisdropped and attgenerated = ''
                order by 1, attnum
                """)) {
      while (rows.next()) {
        Shape shape = shapes.get(rows.getString(1));
        if (shape != null) {
          shape.columns.put(
              rows.getString(2),
              new Column(rows.getString(3), rows.getBoolean(4), rows.getString(5)));
        }
      }
    }
    return shapes;
  }

  String table() {
    return key.table();
  }

  boolean isRecord() {
    return RECORDS.contains(table());
  }

  /** Rows that other rows can point at. */
  boolean hasId() {
    return columns.containsKey("id");
  }

  List<String> keyColumns() {
    return key.columns();
  }

  boolean has(String column) {
    return columns.containsKey(column);
  }

  String type(String column) {
    return column(column).type();
  }

  /** The table that a column points at; "record" where it can be any record. */
  Optional<String> target(String column) {
    return column.equals("id") ? Optional.empty() : Optional.ofNullable(column(column).target());
  }

  private Column column(String name) {
    Column column = columns.get(name);
    if (column == null) {
      throw new IllegalArgumentException("table %s has no column %s".formatted(table(), name));
    }
    return column;
  }

  /** What two rows that are the same have in common, as SQL over a row of that alias. */
  List<String> keyOf(String alias) {
    var parts =
        new java.util.ArrayList<>(
            key.columns().stream()
                .map(
                    name -> {
                      String value = alias + ".\"" + name + '"';
                      return switch (column(name).type()) {
                        case "bigint", "integer" ->
                            column(name).mayBeNull() ? "coalesce(" + value + ", 0)" : value;
                        case "boolean" -> "coalesce(" + value + ", false)";
                        case "date" -> "coalesce(" + value + ", date '0001-01-01')";
                        default -> "coalesce(" + value + "::text, '')";
                      };
                    })
                .toList());
    if (key.expression() != null) {
      parts.add(key.expression().replace("$", alias));
    }
    return parts;
  }
}
