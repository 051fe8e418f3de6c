package org.meetingrecords.embedded;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** The PostgreSQL server that runs on a cluster, as its postmaster.pid tells. */
record Postmaster(long pid, int port, boolean isReady) {

  static final String FILE = "postmaster.pid";

  /** What the cluster's file tells, whether or not it is still true. */
  static Optional<Postmaster> noted(Path cluster) throws IOException {
    List<String> lines;
    try {
      lines = Files.readAllLines(cluster.resolve(FILE));
    } catch (NoSuchFileException stopped) {
      return Optional.empty();
    }
    if (lines.size() < 4) {
      return Optional.empty();
    }
    boolean ready = lines.size() >= 8 && lines.get(7).strip().equals("ready");
    try {
      return Optional.of(
          new Postmaster(
              Long.parseLong(lines.get(0).strip()), Integer.parseInt(lines.get(3).strip()), ready));
    } catch (NumberFormatException torn) {
      return Optional.empty();
    }
  }

  /** Whether the process is there and is a PostgreSQL on this cluster: numbers are used again. */
  boolean runsOn(Path cluster) {
    return ProcessHandle.of(pid)
        .map(ProcessHandle::info)
        .filter(info -> info.command().orElse("").contains("postgres"))
        .filter(info -> info.arguments().map(words -> names(words, cluster)).orElse(true))
        .isPresent();
  }

  private static boolean names(String[] words, Path cluster) {
    return Arrays.asList(words).contains(cluster.toString());
  }
}
