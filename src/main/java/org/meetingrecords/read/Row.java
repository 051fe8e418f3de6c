package org.meetingrecords.read;

import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.SequencedSet;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * A row that is in reach of the SQL being written. It knows which of its columns have been written,
 * so that what brings the row there need not bring others along.
 */
final class Row {
  private final String alias;
  private final @Nullable Row parent;
  private final Map<String, Supplier<String>> values = new HashMap<>();
  private final SequencedSet<String> used = new LinkedHashSet<>();

  /**
   * @param alias its name there
   */
  Row(String alias) {
    this(alias, null);
  }

  /**
   * @param parent the row that it hangs on, or null
   */
  Row(String alias, @Nullable Row parent) {
    this.alias = alias;
    this.parent = parent;
  }

  String alias() {
    return alias;
  }

  /** What {@code {row}} and {@code {parent}} stand for in SQL about the row. */
  Map<String, Row> names() {
    return parent == null ? Map.of("row", this) : Map.of("row", this, "parent", parent);
  }

  String column(String column) {
    used.add(column);
    return alias + "." + Names.quoted(column);
  }

  String id() {
    return column("id");
  }

  /** The columns that have been written so far, in that order. */
  SequencedSet<String> used() {
    return Collections.unmodifiableSequencedSet(used);
  }

  /** Gives a field a value that depends on how the row was reached. */
  void value(String field, Supplier<String> sql) {
    values.put(field, sql);
  }

  /** The value of a field that depends on how the row was reached, or null. */
  @Nullable String value(String field) {
    Supplier<String> value = values.get(field);
    return value == null ? null : value.get();
  }
}
