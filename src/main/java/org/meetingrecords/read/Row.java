package org.meetingrecords.read;

import java.util.Map;

/**
 * A row that is in reach of the SQL being written.
 *
 * @param alias its name there
 * @param values fields whose value depends on how the row was reached: field to finished SQL
 */
record Row(String alias, Map<String, String> values) {
  Row(String alias) {
    this(alias, Map.of());
  }

  String column(String column) {
    return alias + "." + Names.quoted(column);
  }

  String id() {
    return alias + ".id";
  }
}
