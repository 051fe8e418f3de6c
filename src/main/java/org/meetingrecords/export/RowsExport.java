package org.meetingrecords.export;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.LongConsumer;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Snapshot;
import tools.jackson.databind.json.JsonMapper;

/** The nodes of a query's connection, in a format made of rows or of objects. */
record RowsExport(ExportRequest request, Rows rows, Table table, String name) implements Export {

  @Override
  public long write(
      Snapshot snapshot, String application, Exports.Target target, LongConsumer watcher)
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
      long nodes = 0;
      for (boolean more = any; more; more = cursor.next()) {
        int made = writer.write(cursor);
        if (made == 0) {
          continue;
        }
        written += made;
        nodes++;
        if (nodes == 1) {
          writer.flush();
        }
        watcher.accept(nodes);
      }
      writer.finish();
      return written;
    }
  }
}
