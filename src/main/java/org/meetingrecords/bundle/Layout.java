package org.meetingrecords.bundle;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.regex.Pattern;
import org.meetingrecords.bundle.BundleField.AnyLink;
import org.meetingrecords.bundle.BundleField.Kind;
import org.meetingrecords.bundle.BundleField.Link;
import org.meetingrecords.bundle.BundleField.Links;
import org.meetingrecords.bundle.BundleField.Parts;
import org.meetingrecords.bundle.BundleField.Span;
import org.meetingrecords.bundle.BundleField.Value;

/**
 * What a bundle holds. Fields and their values are the database's columns, by the names that the
 * API gives them; written here is only which rows have a line of their own, and where the others
 * go.
 */
public final class Layout {

  /** Tables whose rows have a line of their own, each after those it points at. */
  private static final List<String> LINES =
      List.of(
          "identifier_scheme",
          "source",
          "actor",
          "succession",
          "membership",
          "person",
          "topic",
          "forum",
          "instrument",
          "treaty_action",
          "position",
          "tenure",
          "meeting",
          "delegation",
          "proposition",
          "decision",
          "statement",
          "stance");

  /** What a line of any record holds beside its own fields. */
  private static final Map<String, String> OF_RECORDS =
      of(
          "names name",
          "identifiers identifier",
          "sources source_link",
          "assertions assertion",
          "recorded recorded_field");

  /** Which table is which field of the objects of another. */
  private static final Map<String, Map<String, String>> PARTS =
      Map.ofEntries(
          Map.entry("membership", of("sources membership_source")),
          Map.entry("tenure", of("attestations attestation", "sources tenure_source")),
          Map.entry("topic", of("exactMatches topic_exact_match")),
          Map.entry("treaty_action", of("sources treaty_action_source")),
          Map.entry(
              "meeting",
              of(
                  "roles meeting_role",
                  "parts meeting_part",
                  "agenda agenda_item",
                  "topics meeting_topic")),
          Map.entry("meeting_part", of("identifiers meeting_part_identifier")),
          Map.entry("agenda_item", of("names agenda_item_name")),
          Map.entry("delegation", of("delegates delegate", "sources delegation_source")),
          Map.entry("delegate", of("sources delegate_source")),
          Map.entry("proposition", of("topics proposition_topic")),
          Map.entry("decision", of("topics decision_topic", "votes vote")),
          Map.entry(
              "statement",
              of(
                  "agendaItems statement_agenda_item",
                  "speakers speaker",
                  "representations representation",
                  "addressees addressee",
                  "topics statement_topic",
                  "texts text_version",
                  "citations citation")),
          Map.entry("text_version", of("segments segment", "sources text_version_source")),
          Map.entry("citation", of("evidence citation_evidence")),
          Map.entry("stance", of("evidence stance_evidence", "sources stance_source")));

  /**
   * Of rows of several tables that are one type, and of a field that is not named as its column.
   */
  private static final Map<String, String> NAMES =
      Map.of(
          "meeting_part_identifier", "Identifier",
          "agenda_item_name", "Name",
          "citation_evidence", "Evidence",
          "stance_evidence", "Evidence",
          "citation_evidence.text_version_id", "text",
          "stance_evidence.text_version_id", "text");

  /** What the database keeps of a row for itself. */
  private static final Set<String> OWN = Set.of("id", "version", "created_at", "updated_at");

  private static final Pattern LATER_WORD = Pattern.compile("_([a-z0-9])");

  private final Columns columns;
  private final SequencedMap<String, BundleType> lines = new LinkedHashMap<>();
  private final Set<String> tables = new HashSet<>();
  private final Map<String, Owner> owners = new HashMap<>();

  private Layout(Columns columns) {
    this.columns = columns;
    for (String table : LINES) {
      BundleType type = type(table, "");
      lines.put(type.name(), type);
      if (type.keyed()) {
        owners.put(table, owner(type));
      }
    }
  }

  /**
   * What a row belongs to that is no record.
   *
   * @param column the column that says to which
   * @param table where that is
   */
  record Owner(String column, String table) {}

  private static Owner owner(BundleType keyed) {
    return keyed.fields().stream()
        .filter(field -> field instanceof Link && field.required())
        .map(field -> new Owner(((Link) field).column(), ((Link) field).target()))
        .findFirst()
        .orElseThrow();
  }

  /** The bundle that a database of this level makes and takes. */
  public static Layout of(Connection connection) throws SQLException {
    return new Layout(Columns.in(connection));
  }

  /** The types that have lines of their own, in the order in which they are written. */
  public SequencedMap<String, BundleType> lines() {
    return lines;
  }

  /** All tables of which a bundle has rows. */
  Set<String> tables() {
    return tables;
  }

  /** What rows belong to that have a key, or stand in the lines of one type. */
  Owner owner(String table) {
    Owner owner = owners.get(table);
    if (owner == null) {
      throw new IllegalStateException("rows of %s belong to none in particular".formatted(table));
    }
    return owner;
  }

  boolean hasLines(String table) {
    return LINES.contains(table);
  }

  boolean isRecord(String table) {
    return columns.has(table, "slug") && !table.equals("record");
  }

  boolean hasId(String table) {
    return columns.has(table, "id");
  }

  private BundleType type(String table, String owner) {
    tables.add(table);
    boolean record = isRecord(table);
    var fields = new ArrayList<BundleField>();
    for (var column : columns.of(table)) {
      if (OWN.contains(column.name()) || column.name().equals(owner)) {
        continue;
      }
      if (column.name().endsWith("_from") && columns.has(table, precision(column.name()))) {
        String prefix = column.name().substring(0, column.name().length() - "_from".length());
        fields.add(new Span(camel(prefix), prefix));
      } else if (!isInSpan(table, column.name())) {
        fields.add(field(table, column));
      }
    }
    var parts = new LinkedHashMap<String, String>();
    if (record) {
      parts.putAll(OF_RECORDS);
    }
    parts.putAll(PARTS.getOrDefault(table, Map.of()));
    parts.forEach((name, part) -> fields.add(part(table, name, part)));
    return new BundleType(
        name(table), table, record, !record && isPointedAt(table), List.copyOf(fields));
  }

  /** By others than its own parts. */
  private boolean isPointedAt(String table) {
    return columns.isPointedAt(table, PARTS.getOrDefault(table, Map.of()).values());
  }

  private static String precision(String from) {
    return from.replaceFirst("_from$", "_precision");
  }

  private boolean isInSpan(String table, String column) {
    return List.of("_to", "_precision", "_as_recorded").stream()
        .filter(column::endsWith)
        .map(end -> column.substring(0, column.length() - end.length()))
        .anyMatch(
            prefix ->
                columns.has(table, prefix + "_from") && columns.has(table, prefix + "_precision"));
  }

  private static BundleField field(String table, Columns.Column column) {
    boolean required = !column.mayBeNull() && column.otherwise() == null;
    String name = NAMES.getOrDefault(table + "." + column.name(), camel(column.name()));
    String target = column.target();
    if (target != null) {
      name = name.replaceFirst("Id$", "");
      return target.equals("record")
          ? new AnyLink(name, column.name(), required)
          : new Link(name, column.name(), target, required);
    }
    Kind kind =
        switch (column.type()) {
          case "text" -> Kind.TEXT;
          case "integer", "bigint" -> Kind.WHOLE_NUMBER;
          case "double precision" -> Kind.NUMBER;
          case "boolean" -> Kind.TRUTH;
          case "date" -> Kind.DAY;
          default ->
              throw new IllegalStateException(
                  "a bundle cannot hold %s.%s of type %s"
                      .formatted(table, column.name(), column.type()));
        };
    return new Value(
        name,
        column.name(),
        kind,
        column.list(),
        column.values(),
        required,
        column.mayBeNull() ? null : column.otherwise());
  }

  private BundleField part(String parent, String name, String table) {
    String owner = columns.has(table, "record_id") ? "record_id" : parent + "_id";
    if (!owner.equals("record_id")) {
      owners.put(table, new Owner(owner, parent));
    }
    BundleType type = type(table, owner);
    return type.fields().size() == 1 && type.fields().getFirst() instanceof Link link
        ? new Links(name, table, owner, link.column(), link.target())
        : new Parts(name, owner, type);
  }

  private static String name(String table) {
    if (table.endsWith("_source") || table.equals("source_link")) {
      return "SourceLink";
    }
    return NAMES.getOrDefault(table, camel("_" + table));
  }

  static String camel(String name) {
    return LATER_WORD.matcher(name).replaceAll(word -> word.group(1).toUpperCase(Locale.ROOT));
  }

  private static SequencedMap<String, String> of(String... parts) {
    var map = new LinkedHashMap<String, String>();
    for (String part : parts) {
      String[] words = part.split(" ");
      map.put(words[0], words[1]);
    }
    return map;
  }
}
