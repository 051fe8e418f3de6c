package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * A JSON object being written as SQL. Keys are GraphQL names, so letters, digits and underscores
 * only.
 */
final class JsonObject {
  /** PostgreSQL takes at most 100 arguments to a function. */
  private static final int MOST_KEYS = 50;

  private static final Pattern GRAPHQL_NAME = Pattern.compile("[_A-Za-z][_0-9A-Za-z]*");

  private final List<String> pairs = new ArrayList<>();

  /** The object of what is selected. A field that is refused is named by its place. */
  static JsonObject of(List<Selection> selected, Function<Selection, String> value) {
    var object = new JsonObject();
    for (Selection field : selected) {
      try {
        object.put(field.key(), value.apply(field));
      } catch (BadInput wrong) {
        throw wrong.under(field.key());
      }
    }
    return object;
  }

  JsonObject put(String key, String sql) {
    if (!GRAPHQL_NAME.matcher(key).matches()) {
      throw new IllegalArgumentException("not a GraphQL name");
    }
    pairs.add("'" + key + "', " + sql);
    return this;
  }

  String sql() {
    if (pairs.size() <= MOST_KEYS) {
      return "json_build_object(" + String.join(", ", pairs) + ")";
    }
    var parts = new ArrayList<String>();
    for (int from = 0; from < pairs.size(); from += MOST_KEYS) {
      var part = pairs.subList(from, Math.min(from + MOST_KEYS, pairs.size()));
      parts.add("left(substr(json_build_object(" + String.join(", ", part) + ")::text, 2), -1)");
    }
    return "('{' || " + String.join(" || ',' || ", parts) + " || '}')::json";
  }
}
