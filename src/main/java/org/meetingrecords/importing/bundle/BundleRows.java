package org.meetingrecords.importing.bundle;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.bundle.BundleField;
import org.meetingrecords.bundle.BundleField.AnyLink;
import org.meetingrecords.bundle.BundleField.Link;
import org.meetingrecords.bundle.BundleField.Links;
import org.meetingrecords.bundle.BundleField.Parts;
import org.meetingrecords.bundle.BundleField.Span;
import org.meetingrecords.bundle.BundleField.Value;
import org.meetingrecords.bundle.BundleType;
import org.meetingrecords.importing.loading.Stage;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Takes a line of a bundle apart into rows of tables. */
final class BundleRows {

  private static final List<String> SPAN = List.of("from", "to", "precision", "asRecorded");

  /** What links in the same bundle can be to, beside non-records with keys. */
  private final Map<String, String> tables = new HashMap<>();

  private long keys;

  /** The line's rows so far. */
  private final List<Row> rows = new ArrayList<>();

  /**
   * @param key by which others point at it
   * @param columns the same for all rows of a table
   */
  record Row(
      String table,
      boolean record,
      @Nullable String key,
      List<String> columns,
      List<@Nullable Object> values) {}

  /** To what the objects in another one belong. */
  private record Owner(String column, String table, String key) {}

  BundleRows(Collection<BundleType> types) {
    for (BundleType type : types) {
      if (type.record()) {
        tables.put(type.name(), type.table());
      }
    }
  }

  /**
   * @throws WrongLine that names the first thing that is not as it should be, and where in the line
   */
  List<Row> of(BundleType type, ObjectNode line) throws WrongLine {
    rows.clear();
    add(type, line, null, "", Set.of("type"));
    return rows;
  }

  private void add(
      BundleType type, ObjectNode object, @Nullable Owner owner, String at, Set<String> beside)
      throws WrongLine {
    var known = new HashSet<>(beside);
    String key = null;
    if (type.record()) {
      key = BundleValues.word(object.get("slug"), at + "slug");
    } else if (type.keyed()) {
      known.add("key");
      key = key(object.get("key"), at + "key");
    } else if (type.fields().stream()
        .anyMatch(field -> field instanceof Parts || field instanceof Links)) {
      key = key(null, at);
    }
    var row = new Row(type.table(), type.record(), key, new ArrayList<>(), new ArrayList<>());
    if (owner != null) {
      put(row, owner.column(), owner.key());
      if (owner.column().equals("record_id")) {
        put(row, Stage.RECORD_TABLE, owner.table());
      }
    }
    rows.add(row);
    for (BundleField field : type.fields()) {
      known.add(field.name());
      JsonNode value = object.get(field.name());
      if (value != null && value.isNull()) {
        value = null;
      }
      if (value == null && field.required()) {
        throw new WrongLine("\"%s%s\" is missing".formatted(at, field.name()));
      }
      String place = at + field.name();
      switch (field) {
        case Value one -> put(row, one.column(), BundleValues.value(one, value, place));
        case Span span -> span(row, span, value, place);
        case Link link ->
            put(row, link.column(), value == null ? null : BundleValues.word(value, place));
        case AnyLink link -> any(row, link, value, place);
        case Links links ->
            links(links, value, new Owner(links.owner(), type.table(), owned(key)), place);
        case Parts parts -> {
          var of = new Owner(parts.owner(), type.table(), owned(key));
          int number = 0;
          for (JsonNode part : BundleValues.list(value, place)) {
            String there = "%s[%d]".formatted(place, number++);
            add(parts.type(), BundleValues.object(part, there), of, there + ".", Set.of());
          }
        }
      }
    }
    for (String name : object.propertyNames()) {
      if (!known.contains(name)) {
        throw new WrongLine(
            "%s has no field \"%s\""
                .formatted(at.isEmpty() ? type.name() : at + " " + type.name(), name));
      }
    }
  }

  private static void put(Row row, String column, @Nullable Object value) {
    row.columns().add(column);
    row.values().add(value);
  }

  /** Written keys never begin with a space, so that ours are others. */
  private String key(@Nullable JsonNode written, String place) throws WrongLine {
    if (written == null || written.isNull()) {
      return " " + ++keys;
    }
    String key = BundleValues.word(written, place);
    if (key.startsWith(" ")) {
      throw new WrongLine("\"%s\" begins with a space".formatted(place));
    }
    return key;
  }

  private static String owned(@Nullable String key) {
    if (key == null) {
      throw new IllegalStateException();
    }
    return key;
  }

  private static void span(Row row, Span span, @Nullable JsonNode value, String place)
      throws WrongLine {
    ObjectNode object = value == null ? null : BundleValues.object(value, place);
    if (object != null) {
      for (String name : object.propertyNames()) {
        if (!SPAN.contains(name)) {
          throw new WrongLine("\"%s\" has no field \"%s\"".formatted(place, name));
        }
      }
    }
    for (String part : SPAN) {
      JsonNode found = object == null ? null : object.get(part);
      Object put =
          found == null || found.isNull()
              ? null
              : part.equals("from") || part.equals("to")
                  ? BundleValues.day(found, place + "." + part)
                  : BundleValues.word(found, place + "." + part);
      String column = part.equals("asRecorded") ? "as_recorded" : part;
      put(row, span.prefix() + "_" + column, put);
    }
  }

  private void any(Row row, AnyLink link, @Nullable JsonNode value, String place) throws WrongLine {
    String table = null;
    String reference = null;
    if (value != null) {
      ObjectNode object = BundleValues.object(value, place);
      String type = BundleValues.word(object.get("type"), place + ".type");
      table = tables.get(type);
      if (table == null) {
        throw new WrongLine("\"%s.type\" is no type of record: %s".formatted(place, type));
      }
      reference = BundleValues.word(object.get("ref"), place + ".ref");
      for (String name : object.propertyNames()) {
        if (!name.equals("type") && !name.equals("ref")) {
          throw new WrongLine("\"%s\" has no field \"%s\"".formatted(place, name));
        }
      }
    }
    put(row, Stage.RECORD_TABLE, table);
    put(row, link.column(), reference);
  }

  private void links(Links links, @Nullable JsonNode value, Owner owner, String place)
      throws WrongLine {
    int number = 0;
    for (JsonNode one : BundleValues.list(value, place)) {
      String reference = BundleValues.word(one, "%s[%d]".formatted(place, number++));
      rows.add(
          new Row(
              links.table(),
              false,
              null,
              List.of(owner.column(), links.column()),
              List.of(owner.key(), reference)));
    }
  }
}
