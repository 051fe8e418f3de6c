package org.meetingrecords.embedded;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** What a cluster's server says, and how much of it was said before. */
record ServerLog(Path file, long said) {

  private static final long LONG = 10_000_000;
  private static final long ENOUGH = 100_000;

  /** The log as it is now; a long one makes room for a new one. */
  static ServerLog of(Path cluster) throws IOException {
    Path file = fileOf(cluster);
    if (!Files.exists(file)) {
      return new ServerLog(file, 0);
    }
    if (Files.size(file) > LONG) {
      Files.move(file, cluster.resolve("server.log.old"), StandardCopyOption.REPLACE_EXISTING);
      return new ServerLog(file, 0);
    }
    return new ServerLog(file, Files.size(file));
  }

  static Path fileOf(Path cluster) {
    return cluster.resolve("server.log");
  }

  /** What was added since. */
  String sinceThen() throws IOException {
    if (!Files.exists(file)) {
      return "";
    }
    try (var content = new RandomAccessFile(file.toFile(), "r")) {
      content.seek(Math.min(said, content.length()));
      var bytes = new byte[(int) Math.min(ENOUGH, content.length() - content.getFilePointer())];
      content.readFully(bytes);
      return new String(bytes, StandardCharsets.UTF_8);
    }
  }
}
