package org.meetingrecords.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Snapshot;
import org.springframework.util.DigestUtils;

/**
 * An export that makes sense, and has not read anything yet.
 *
 * @param operation the name of the query's operation, or else the key of its root field
 */
record Export(ExportRequest request, Rows rows, Table table, String operation) {
  private static final int LONGEST_NAME = 80;

  /** Changes where the form of what is written does, so that no client keeps the old one. */
  private static final int FORM = 1;

  /** A name for the file. It is made of a GraphQL name, so of letters, digits and underscores. */
  String fileName() {
    String name =
        operation.length() > LONGEST_NAME ? operation.substring(0, LONGEST_NAME) : operation;
    return name + "." + request.format().extension();
  }

  /** The same for the same request on the same state of the database. */
  String tag(String version) {
    return version
        + "-"
        + DigestUtils.md5DigestAsHex((FORM + request.toString()).getBytes(StandardCharsets.UTF_8));
  }

  String mediaType() {
    return request.format().mediaType();
  }

  /**
   * Reads and writes all of it.
   *
   * @param watcher is told after each node how many there were
   * @return how many rows were written
   * @throws org.meetingrecords.read.ReadFailure when the database fails, before the target is
   *     opened or after
   */
  long write(Snapshot snapshot, Exports.Target target, LongConsumer watcher) throws IOException {
    try (RowCursor cursor = snapshot.rows(rows)) {
      boolean more = cursor.next();
      try (RowWriter writer = request.format().writer(this, target.open())) {
        long written = 0;
        for (long nodes = 1; more; nodes++) {
          written += writer.write(cursor);
          if (nodes == 1) {
            writer.flush();
          }
          watcher.accept(nodes);
          more = cursor.next();
        }
        writer.finish();
        return written;
      }
    }
  }
}
