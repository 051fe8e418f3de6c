package org.meetingrecords.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Snapshot;
import org.springframework.util.DigestUtils;
import tools.jackson.databind.json.JsonMapper;

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
    return request.archive() ? shortName() + ".zip" : dataName();
  }

  /** The name of the file that holds the rows. */
  String dataName() {
    return shortName() + "." + request.format().extension();
  }

  private String shortName() {
    return operation.length() > LONGEST_NAME ? operation.substring(0, LONGEST_NAME) : operation;
  }

  /** The same for the same request on the same state of the database. */
  String tag(String version) {
    return version
        + "-"
        + DigestUtils.md5DigestAsHex((FORM + request.toString()).getBytes(StandardCharsets.UTF_8));
  }

  String mediaType() {
    return request.archive() ? "application/zip" : request.format().mediaType();
  }

  /**
   * Reads and writes all of it.
   *
   * @param application the version of this application
   * @param watcher is told after each node how many there were
   * @return how many rows were written
   * @throws org.meetingrecords.read.ReadFailure when the database fails, before the target is
   *     opened or after
   */
  long write(Snapshot snapshot, String application, Exports.Target target, LongConsumer watcher)
      throws IOException {
    try (RowCursor cursor = snapshot.rows(rows)) {
      boolean any = cursor.next();
      if (!request.format().isWrittenFirst()) {
        return deliver(snapshot, application, out -> nodes(cursor, any, out, watcher), target);
      }
      Path file = Files.createTempFile("export-", null);
      try {
        long written;
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
          written = nodes(cursor, any, out, watcher);
        }
        Archive.Data copied =
            out -> {
              Files.copy(file, out);
              return written;
            };
        return deliver(snapshot, application, copied, target);
      } finally {
        Files.delete(file);
      }
    }
  }

  private long deliver(
      Snapshot snapshot, String application, Archive.Data data, Exports.Target target)
      throws IOException {
    OutputStream out = target.open();
    if (!request.archive()) {
      return data.write(out);
    }
    return new Archive(this, application, snapshot.version())
        .write(data, () -> JsonMapper.shared().readTree(snapshot.sources(rows).utf8()), out);
  }

  private long nodes(RowCursor cursor, boolean any, OutputStream out, LongConsumer watcher)
      throws IOException {
    try (RowWriter writer = request.format().writer(this, out)) {
      long written = 0;
      boolean more = any;
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
