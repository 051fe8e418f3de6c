package org.meetingrecords.read;

import java.nio.charset.StandardCharsets;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A place in an order: the order's mark, the value of each of its keys, and the row's number, as a
 * JSON array in URL-safe base 64. PostgreSQL writes it, Java reads it and trusts none of it.
 *
 * @param keys a value for each key, null where the row has none
 * @param id the row's number
 */
record Cursor(List<@Nullable Object> keys, long id) {
  private static final JsonMapper JSON = JsonMapper.builder().build();

  /** The SQL that writes the cursor of a row, from the SQL of its keys and of its number. */
  static String sql(String type, List<OrderKey> order, List<String> keys, String id) {
    String values = keys.stream().map(key -> key + ", ").collect(Collectors.joining());
    return "translate(encode(convert_to(json_build_array('%s', %s%s)::text, 'UTF8'), 'base64'), E'+/=\\n', '-_')"
        .formatted(mark(type, order), values, id);
  }

  /**
   * @throws BadInput when it is no cursor of this order
   */
  static Cursor parse(String argument, String cursor, String type, List<OrderKey> order) {
    JsonNode values;
    try {
      values =
          JSON.readTree(Base64.getUrlDecoder().decode(cursor.getBytes(StandardCharsets.UTF_8)));
    } catch (IllegalArgumentException | JacksonException notOurs) {
      throw malformed(argument, cursor);
    }
    if (!values.isArray() || values.isEmpty() || !values.get(0).isString()) {
      throw malformed(argument, cursor);
    }
    if (!values.get(0).stringValue().equals(mark(type, order))) {
      throw new BadInput(
          "%s: this cursor was made for another order or connection; take it from the same field with the same orderBy."
              .formatted(argument));
    }
    JsonNode id = values.get(values.size() - 1);
    if (values.size() != order.size() + 2 || !id.isIntegralNumber() || !id.canConvertToLong()) {
      throw malformed(argument, cursor);
    }
    var keys = new ArrayList<@Nullable Object>();
    for (int i = 0; i < order.size(); i++) {
      try {
        keys.add(value(values.get(i + 1), order.get(i)));
      } catch (IllegalArgumentException | DateTimeParseException wrong) {
        throw malformed(argument, cursor);
      }
    }
    return new Cursor(keys, id.longValue());
  }

  private static @Nullable Object value(JsonNode value, OrderKey key) {
    if (value.isNull()) {
      require(key.nullable());
      return null;
    }
    return switch (key.type()) {
      case "smallint", "integer" -> {
        require(value.isIntegralNumber() && value.canConvertToInt());
        yield value.intValue();
      }
      case "bigint" -> {
        require(value.isIntegralNumber() && value.canConvertToLong());
        yield value.longValue();
      }
      case "double precision" -> {
        require(value.isNumber());
        yield value.doubleValue();
      }
      case "boolean" -> {
        require(value.isBoolean());
        yield value.booleanValue();
      }
      case "date" -> Days.parse(text(value));
      case "timestamp with time zone" -> OffsetDateTime.parse(text(value));
      default -> text(value);
    };
  }

  private static String text(JsonNode value) {
    require(value.isString());
    return value.stringValue();
  }

  private static void require(boolean condition) {
    if (!condition) {
      throw new IllegalArgumentException();
    }
  }

  /** Tells one order from another without saying what it is made of. */
  private static String mark(String type, List<OrderKey> order) {
    var sum = new CRC32();
    String spelled =
        type
            + order.stream()
                .map(key -> " " + key.column() + (key.descending() ? "-" : "+"))
                .collect(Collectors.joining());
    sum.update(spelled.getBytes(StandardCharsets.UTF_8));
    return Long.toString(sum.getValue(), 36);
  }

  private static BadInput malformed(String argument, String cursor) {
    return new BadInput(
        "%s: \"%s\" is not a cursor of this server; cursors are taken from edges or pageInfo."
            .formatted(argument, Shown.text(cursor)));
  }
}
