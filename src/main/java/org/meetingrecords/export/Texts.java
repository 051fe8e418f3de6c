package org.meetingrecords.export;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Shape;
import tools.jackson.databind.JsonNode;

/** How the values of a table are written as text. */
final class Texts {
  private static final int LONGEST_SHOWN = 60;

  private Texts() {}

  /** The text of a cell; null where it is empty. */
  static @Nullable String cell(TableRows rows, Table.Column column) {
    if (column.place() instanceof Table.Place.Cell cell) {
      byte[] value = rows.bytes(cell);
      if (value == null) {
        return null;
      }
      return switch (column.shape()) {
        case Shape.Leaf leaf when leaf.type().equals("Boolean") -> truth(value);
        case Shape.Leaf _ -> new String(value, StandardCharsets.UTF_8);
        default -> new String(JsonBytes.compact(value), StandardCharsets.UTF_8);
      };
    }
    JsonNode value = rows.json(column.place());
    if (value == null) {
      return null;
    }
    return value.isString() ? value.asString() : value.toString();
  }

  /** PostgreSQL writes {@code t} and {@code f}. */
  static String truth(byte[] value) {
    return value[0] == 't' ? "true" : "false";
  }

  /** What a client sent, as a message may repeat it: short and without control characters. */
  static String shown(String sent) {
    String plain = sent.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    return plain.codePointCount(0, plain.length()) <= LONGEST_SHOWN
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST_SHOWN)) + "…";
  }
}
