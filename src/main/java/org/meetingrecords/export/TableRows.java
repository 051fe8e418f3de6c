package org.meetingrecords.export;

import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The rows that nodes make in a table. A node is one row, and with exploded lists as many as these
 * have entries; where a list is empty its columns are, and the row is kept.
 */
final class TableRows {
  private static final JsonMapper JSON = JsonMapper.shared();

  private final Table table;
  private final @Nullable JsonNode[] documents;
  private final @Nullable JsonNode[] entries;
  private @Nullable RowCursor node;

  TableRows(Table table) {
    this.table = table;
    this.documents = new @Nullable JsonNode[table.width()];
    this.entries = new @Nullable JsonNode[table.exploded().size()];
  }

  /** Something done with a row, once it can be looked at. */
  @FunctionalInterface
  interface Sink {
    void row() throws IOException;
  }

  /** Calls the sink for each row of a node and gives their number. */
  int forEach(RowCursor current, Sink sink) throws IOException {
    node = current;
    Arrays.fill(documents, null);
    return explode(0, sink);
  }

  private int explode(int list, Sink sink) throws IOException {
    if (list == entries.length) {
      sink.row();
      return 1;
    }
    JsonNode found = json(table.exploded().get(list));
    if (found == null || found.isEmpty()) {
      entries[list] = null;
      return explode(list + 1, sink);
    }
    int rows = 0;
    for (JsonNode entry : found) {
      entries[list] = entry;
      rows += explode(list + 1, sink);
    }
    return rows;
  }

  /** The bytes of a cell that the database gave as it is; null where there is nothing. */
  byte @Nullable [] bytes(Table.Place.Cell cell) {
    return current().value(cell.column());
  }

  /** The value at a place; null where there is none. */
  @Nullable JsonNode json(Table.Place place) {
    return switch (place) {
      case Table.Place.Cell(int column) -> document(column);
      case Table.Place.Below(int column, List<String> keys) -> below(document(column), keys);
      case Table.Place.Entry(int list, List<String> keys) -> below(entries[list], keys);
    };
  }

  private @Nullable JsonNode document(int column) {
    JsonNode known = documents[column];
    if (known == null) {
      byte[] text = current().value(column);
      if (text == null) {
        return null;
      }
      known = JSON.readTree(text);
      documents[column] = known;
    }
    return known.isNull() ? null : known;
  }

  private RowCursor current() {
    if (node == null) {
      throw new IllegalStateException("no node yet");
    }
    return node;
  }

  private static @Nullable JsonNode below(@Nullable JsonNode from, List<String> keys) {
    JsonNode found = from;
    for (String key : keys) {
      found = found == null ? null : found.get(key);
    }
    return found == null || found.isNull() ? null : found;
  }
}
