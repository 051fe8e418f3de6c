package org.meetingrecords.export;

import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Shape;
import tools.jackson.databind.JsonNode;

/** How the values of a table are written as text. */
final class Texts {
  private static final byte[] TRUE = "true".getBytes(StandardCharsets.US_ASCII);
  private static final byte[] FALSE = "false".getBytes(StandardCharsets.US_ASCII);

  /** What makes a spreadsheet take a text for a formula; the last four are full-width. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** Scalars that are never words; a negative number stays a number. */
  private static final Set<String> WORDLESS = Set.of("Int", "Float", "Boolean", "Date", "DateTime");

  private Texts() {}

  /** A cell's text in UTF-8; null where it is empty. */
  static byte @Nullable [] cell(TableRows rows, Table.Column column) {
    if (column.place() instanceof Table.Place.Cell cell) {
      byte[] value = rows.bytes(cell);
      if (value == null) {
        return null;
      }
      return switch (column.shape()) {
        case Shape.Leaf leaf -> leaf.type().equals("Boolean") ? truth(value) : value;
        default -> Utf8.compact(value);
      };
    }
    JsonNode value = rows.json(column.place());
    if (value == null) {
      return null;
    }
    String text = value.isString() ? value.asString() : value.toString();
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** PostgreSQL writes {@code t} and {@code f}. */
  private static byte[] truth(byte[] value) {
    return value[0] == 't' ? TRUE : FALSE;
  }

  /** Whether what is in such a cell may be words. */
  static boolean isText(Shape shape) {
    return !(shape instanceof Shape.Leaf leaf) || !WORDLESS.contains(leaf.type());
  }

  /** Whether a spreadsheet would run it. */
  static boolean isFormula(byte[] text) {
    // Four bytes hold the first character, whatever it is.
    String start = new String(text, 0, Math.min(text.length, 4), StandardCharsets.UTF_8);
    return !start.isEmpty() && FORMULA.indexOf(start.charAt(0)) >= 0;
  }

  /** The text, so that no spreadsheet runs it. */
  static byte[] harmless(byte[] text) {
    var quoted = new byte[text.length + 1];
    quoted[0] = '\'';
    System.arraycopy(text, 0, quoted, 1, text.length);
    return quoted;
  }
}
