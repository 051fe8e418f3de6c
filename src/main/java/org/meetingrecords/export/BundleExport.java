package org.meetingrecords.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.bundle.Excerpt;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Snapshot;

/**
 * The records that a query reaches, whole and with what they refer to, in the form that an import
 * takes in.
 *
 * @param rows what the query finds; null where everything is exported
 */
record BundleExport(ExportRequest request, @Nullable Rows rows, String name) implements Export {

  @Override
  public long write(
      Snapshot snapshot, String application, Exports.Target target, LongConsumer watcher)
      throws IOException {
    return snapshot.read(connection -> excerpt(snapshot, connection).write(target.open(), watcher));
  }

  private Excerpt excerpt(Snapshot snapshot, Connection connection) throws SQLException {
    var excerpt = new Excerpt(connection);
    if (rows == null) {
      excerpt.addAll();
      return excerpt;
    }
    try (RowCursor found = snapshot.records(rows)) {
      while (found.next()) {
        excerpt.add(text(found, 0), Long.parseLong(text(found, 1)));
      }
    }
    return excerpt;
  }

  private static String text(RowCursor found, int column) {
    byte[] value = found.value(column);
    if (value == null) {
      throw new IllegalStateException("a row without table or id");
    }
    return new String(value, StandardCharsets.US_ASCII);
  }
}
