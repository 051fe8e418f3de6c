package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Shape;

/** Nodes as JSON objects, just as a page would hold them: a line each, or in an array. */
final class JsonRows implements RowWriter {
  private static final byte[] NULL = "null".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** Scalars that JSON writes without quotes. */
  private static final Set<String> NUMBERS = Set.of("Int", "Float");

  /** Writes a value of the node that a cursor stands on. */
  @FunctionalInterface
  private interface Value {
    void write(RowCursor node, Utf8 to);
  }

  private final OutputStream out;
  private final Utf8 json = new Utf8();
  private final String before;
  private final String between;
  private final String after;
  private final Value value;
  private boolean begun;

  private JsonRows(Rows rows, OutputStream out, String before, String between, String after) {
    this.out = out;
    this.before = before;
    this.between = between;
    this.after = after;
    this.value = new Plan(rows).struct(rows.shape(), "");
  }

  static JsonRows lines(Rows rows, OutputStream out) {
    return new JsonRows(rows, out, "", "\n", "\n");
  }

  static JsonRows array(Rows rows, OutputStream out) {
    return new JsonRows(rows, out, "[\n", ",\n", "\n]\n");
  }

  @Override
  public int write(RowCursor node) throws IOException {
    put(begun ? between : before);
    begun = true;
    value.write(node, json);
    json.drainSome(out);
    return 1;
  }

  @Override
  public void finish() throws IOException {
    if (begun) {
      put(after);
    } else if (!before.isEmpty()) {
      put("[]\n");
    }
    flush();
  }

  @Override
  public void flush() throws IOException {
    json.drain(out);
    out.flush();
  }

  private void put(String text) {
    json.put(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** Finds for each selected field the column that its value comes from. */
  private static final class Plan {
    private final Map<String, Map<Rows.Content, Integer>> columns = new HashMap<>();

    Plan(Rows rows) {
      for (int i = 0; i < rows.columns().size(); i++) {
        Rows.Column column = rows.columns().get(i);
        columns
            .computeIfAbsent(String.join(".", column.path()), path -> new HashMap<>())
            .put(column.content(), i);
      }
    }

    Value struct(Shape.Struct struct, String above) {
      List<Shape.Field> fields = struct.fields();
      var keys = new byte[fields.size()][];
      var values = new Value[fields.size()];
      for (int i = 0; i < values.length; i++) {
        Shape.Field field = fields.get(i);
        keys[i] =
            ((i == 0 ? "{\"" : ",\"") + field.key() + "\":").getBytes(StandardCharsets.US_ASCII);
        values[i] = value(field, above + field.key());
      }
      return (node, json) -> {
        for (int i = 0; i < values.length; i++) {
          json.put(keys[i]);
          values[i].write(node, json);
        }
        json.put('}');
      };
    }

    private Value value(Shape.Field field, String path) {
      Map<Rows.Content, Integer> found = columns.getOrDefault(path, Map.of());
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
      return (node, json) -> {
        byte[] there = node.value(column);
        if (there != null && there[0] == 't') {
          inside.write(node, json);
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
          ? (bytes, json) -> json.put(bytes[0] == 't' ? TRUE : FALSE)
          : (bytes, json) -> json.json(bytes);
    }

    private static Value given(int column, Bytes bytes) {
      return (node, json) -> {
        byte[] value = node.value(column);
        if (value == null) {
          json.put(NULL);
        } else {
          bytes.write(value, json);
        }
      };
    }
  }
}
