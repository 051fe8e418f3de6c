package org.meetingrecords.importing.bundle;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.bundle.BundleField.Value;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Reads the values in a line of a bundle, or says what is wrong with one and where it stands. */
final class BundleValues {

  private BundleValues() {}

  /** What goes into the column: where nothing is written, what the database fills in. */
  static @Nullable Object value(Value field, @Nullable JsonNode value, String place)
      throws WrongLine {
    if (value == null) {
      return field.otherwise();
    }
    if (!field.list()) {
      return one(field, value, place);
    }
    var values = new ArrayList<Object>();
    for (JsonNode each : list(value, place)) {
      values.add(one(field, each, place));
    }
    return values;
  }

  private static Object one(Value field, JsonNode value, String place) throws WrongLine {
    return switch (field.kind()) {
      case TEXT -> {
        String text = word(value, place);
        if (!field.values().isEmpty() && !field.values().contains(text)) {
          throw new WrongLine(
              "\"%s\" is none of %s: %s".formatted(place, String.join(", ", field.values()), text));
        }
        yield text;
      }
      case WHOLE_NUMBER -> {
        if (!value.isIntegralNumber() || !value.canConvertToInt()) {
          throw wrong(place, "a whole number", value);
        }
        yield value.intValue();
      }
      case NUMBER -> {
        if (!value.isNumber()) {
          throw wrong(place, "a number", value);
        }
        yield value.doubleValue();
      }
      case TRUTH -> {
        if (!value.isBoolean()) {
          throw wrong(place, "true or false", value);
        }
        yield value.booleanValue();
      }
      case DAY -> day(value, place);
    };
  }

  /** A text that is not empty and that the database can keep. */
  static String word(@Nullable JsonNode value, String place) throws WrongLine {
    if (value == null || value.isNull()) {
      throw new WrongLine("\"%s\" is missing".formatted(place));
    }
    if (!value.isString()) {
      throw wrong(place, "a text", value);
    }
    String text = value.stringValue();
    if (text.isEmpty()) {
      throw new WrongLine("\"%s\" is empty; what is not known is left out".formatted(place));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      boolean whole =
          !Character.isSurrogate(c)
              || i + 1 < text.length() && Character.isSurrogatePair(c, text.charAt(i + 1));
      if (c == 0 || !whole) {
        throw new WrongLine(
            "\"%s\" holds \\u%04x, which is no character of a text".formatted(place, (int) c));
      }
      if (Character.isSurrogate(c)) {
        i++;
      }
    }
    return text;
  }

  static LocalDate day(JsonNode value, String place) throws WrongLine {
    try {
      return LocalDate.parse(word(value, place));
    } catch (DateTimeParseException fault) {
      throw wrong(place, "a day as 1997-01-31", value);
    }
  }

  static List<JsonNode> list(@Nullable JsonNode value, String place) throws WrongLine {
    if (value == null) {
      return List.of();
    }
    if (!value.isArray()) {
      throw wrong(place, "a list", value);
    }
    return List.copyOf(value.values());
  }

  static ObjectNode object(JsonNode value, String place) throws WrongLine {
    if (value instanceof ObjectNode object) {
      return object;
    }
    throw wrong(place, "an object", value);
  }

  private static WrongLine wrong(String place, String wanted, JsonNode value) {
    String shown = value.toString();
    return new WrongLine(
        "\"%s\" is not %s: %s"
            .formatted(place, wanted, shown.length() > 60 ? shown.substring(0, 60) + "…" : shown));
  }
}
