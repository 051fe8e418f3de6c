package org.meetingrecords.embedded;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A program that runs to its end. */
record Command(List<String> words, @Nullable String input) {

  /** How it ended, and what it printed to either stream. */
  record Outcome(int status, String output) {}

  Command(List<String> words) {
    this(words, null);
  }

  Outcome runIn(Path folder) throws IOException {
    var builder = new ProcessBuilder(words).directory(folder.toFile()).redirectErrorStream(true);
    var environment = builder.environment();
    String path = environment.getOrDefault("PATH", "/usr/sbin:/usr/bin:/sbin:/bin");
    // PGDATA, LD_PRELOAD, LANG and their like would change what the programs do and print.
    environment.clear();
    environment.put("PATH", path);
    environment.put("LC_ALL", "C");
    var process = builder.start();
    try (var stdin = process.outputWriter(StandardCharsets.UTF_8)) {
      if (input != null) {
        stdin.write(input);
      }
    } catch (IOException ignored) {
      // It ended without reading; its status and output say why.
    }
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    try {
      return new Outcome(process.waitFor(), output.strip());
    } catch (InterruptedException interrupted) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException();
    }
  }
}
