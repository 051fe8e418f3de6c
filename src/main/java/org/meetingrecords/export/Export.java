package org.meetingrecords.export;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.function.LongConsumer;
import org.meetingrecords.read.Snapshot;
import org.springframework.util.DigestUtils;

/** An export that makes sense, and has not read anything yet. */
sealed interface Export permits BundleExport, RowsExport {
  int LONGEST_NAME = 80;

  /** Changes where the form of what is written does, so that no client keeps the old one. */
  int FORM = 2;

  ExportRequest request();

  /** The name of the query's operation, or else the key of its root field. */
  String name();

  /** A name for the file. It is made of a GraphQL name, so of letters, digits and underscores. */
  default String fileName() {
    return request().archive() ? shortName() + ".zip" : dataName();
  }

  /** The name of the file that holds the rows. */
  default String dataName() {
    return shortName() + "." + request().format().extension();
  }

  private String shortName() {
    return name().length() > LONGEST_NAME ? name().substring(0, LONGEST_NAME) : name();
  }

  /** The same for the same request on the same state of the database. */
  default String tag(String version) {
    return version
        + "-"
        + DigestUtils.md5DigestAsHex(
            (FORM + request().toString()).getBytes(StandardCharsets.UTF_8));
  }

  default String mediaType() {
    return request().archive() ? "application/zip" : request().format().mediaType();
  }

  /**
   * Reads and writes all of it.
   *
   * @param application the version of this application
   * @param watcher is told after each node, or line of a bundle, how many there were
   * @return how many rows, or lines of a bundle, were written
   * @throws org.meetingrecords.read.ReadFailure when the database fails, before the target is
   *     opened or after
   */
  long write(Snapshot snapshot, String application, Exports.Target target, LongConsumer watcher)
      throws IOException;
}
