package org.meetingrecords.export;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Shape;

/** Finds for each selected field the column that its value comes from. */
final class JsonPlan {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** Scalars that JSON writes without quotes. */
  private static final Set<String> NUMBERS = Set.of("Int", "Float");

  /** Writes a value of the row that a cursor stands on. */
  @FunctionalInterface
  interface Value {
    void write(RowCursor row, Utf8 to);
  }

  private final Shape.Struct node;
  private final Map<String, Map<Rows.Content, Integer>> columns = new HashMap<>();

  JsonPlan(Rows rows) {
    node = rows.shape();
    for (int i = 0; i < rows.columns().size(); i++) {
      Rows.Column column = rows.columns().get(i);
      columns
          .computeIfAbsent(String.join(".", column.path()), path -> new HashMap<>())
          .put(column.content(), i);
    }
  }

  JsonNodes nodes() {
    List<Shape.Field> fields = node.fields();
    for (int i = 0; i < fields.size(); i++) {
      Integer told = found(fields.get(i).key()).get(Rows.Content.NODE);
      if (told != null) {
        return new JoinedNodes(joined(fields, i, told));
      }
    }
    return struct(node, "")::write;
  }

  private JoinedNodes.Parts joined(List<Shape.Field> fields, int list, int told) {
    Shape.Field field = fields.get(list);
    Integer presence = found(field.key()).get(Rows.Content.PRESENCE);
    if (presence == null || !(field.shape() instanceof Shape.Many(Shape.Struct entry))) {
      throw new IllegalStateException("no list of entries at " + field.key());
    }
    Value before = members(fields, 0, list, "");
    byte[] key = key(field, list);
    Value after = members(fields, list + 1, fields.size(), "");
    return new JoinedNodes.Parts(
        told,
        presence,
        (row, json) -> {
          json.put('{');
          before.write(row, json);
          json.put(key);
          json.put('[');
        },
        struct(entry, field.key() + "."),
        (row, json) -> {
          json.put(']');
          after.write(row, json);
          json.put('}');
        });
  }

  private Value struct(Shape.Struct struct, String above) {
    Value members = members(struct.fields(), 0, struct.fields().size(), above);
    return (row, json) -> {
      json.put('{');
      members.write(row, json);
      json.put('}');
    };
  }

  /** Some of an object's fields with their keys. */
  private Value members(List<Shape.Field> fields, int from, int to, String above) {
    var keys = new byte[to - from][];
    var values = new Value[to - from];
    for (int i = from; i < to; i++) {
      keys[i - from] = key(fields.get(i), i);
      values[i - from] = value(fields.get(i), above + fields.get(i).key());
    }
    return (row, json) -> {
      for (int i = 0; i < values.length; i++) {
        json.put(keys[i]);
        values[i].write(row, json);
      }
    };
  }

  private static byte[] key(Shape.Field field, int place) {
    return ((place == 0 ? "\"" : ",\"") + field.key() + "\":").getBytes(StandardCharsets.US_ASCII);
  }

  private Map<Rows.Content, Integer> found(String path) {
    return columns.getOrDefault(path, Map.of());
  }

  private Value value(Shape.Field field, String path) {
    Map<Rows.Content, Integer> found = found(path);
    Integer document = found.get(Rows.Content.JSON);
    if (document != null) {
      return given(document, (bytes, json) -> json.put(Utf8.compact(bytes)));
    }
    return switch (field.shape()) {
      case Shape.Struct struct -> present(found.get(Rows.Content.PRESENCE), struct, path);
      case Shape.Leaf leaf -> given(found.getOrDefault(Rows.Content.VALUE, -1), leaf(leaf));
      case Shape.Many _ -> throw new IllegalStateException("a list without JSON at " + path);
    };
  }

  private Value present(@Nullable Integer presence, Shape.Struct struct, String path) {
    Value inside = struct(struct, path + ".");
    if (presence == null) {
      return inside;
    }
    int column = presence;
    return (row, json) -> {
      if (isTrue(row.value(column))) {
        inside.write(row, json);
      } else {
        json.put(NULL);
      }
    };
  }

  @FunctionalInterface
  private interface Bytes {
    void write(byte[] bytes, Utf8 to);
  }

  private static Bytes leaf(Shape.Leaf leaf) {
    if (NUMBERS.contains(leaf.type())) {
      return (bytes, json) -> json.put(bytes);
    }
    return leaf.type().equals("Boolean")
        ? (bytes, json) -> json.put(isTrue(bytes) ? TRUE : FALSE)
        : (bytes, json) -> json.json(bytes);
  }

  static boolean isTrue(byte @Nullable [] value) {
    return value != null && value[0] == 't';
  }

  private static Value given(int column, Bytes bytes) {
    return (row, json) -> {
      byte[] value = row.value(column);
      if (value == null) {
        json.put(NULL);
      } else {
        bytes.write(value, json);
      }
    };
  }
}
