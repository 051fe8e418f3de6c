package org.meetingrecords;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** The application, or a main class of the tests, as a process of its own. */
public final class RunningApplication implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(180);

  private final Process process;
  private final Path output;
  private final Path errors;

  private RunningApplication(Process process, Path output, Path errors) {
    this.process = process;
    this.output = output;
    this.errors = errors;
  }

  /** Starts the application as a person would, without the tests' own classes and settings. */
  public static RunningApplication start(Map<String, String> environment, String... words) {
    return start(MeetingRecords.class, false, environment, words);
  }

  public static RunningApplication start(
      Class<?> main, boolean withTests, Map<String, String> environment, String... words) {
    return start(main, withTests, false, environment, words);
  }

  /** Starts the application with its errors apart from its output. */
  public static RunningApplication startApart(Map<String, String> environment, String... words) {
    return start(MeetingRecords.class, false, true, environment, words);
  }

  private static RunningApplication start(
      Class<?> main,
      boolean withTests,
      boolean apart,
      Map<String, String> environment,
      String... words) {
    try {
      String classpath =
          Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
              .filter(entry -> withTests || !entry.contains("test-classes"))
              .collect(Collectors.joining(File.pathSeparator));
      var line = new ArrayList<String>();
      // Tests that need no processes are many, and most of them wait for one another.
      line.addAll(List.of("nice", "-n", "3"));
      line.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
      // Seconds matter more here than the speed of what runs for seconds.
      line.addAll(
          List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto", "-cp", classpath));
      line.add(main.getName());
      line.addAll(List.of(words));
      Path folder = Files.createDirectories(Path.of("target", "test-folders"));
      Path output = Files.createTempFile(folder, "output-", ".txt");
      Path errors = apart ? Files.createTempFile(folder, "errors-", ".txt") : output;
      var builder = new ProcessBuilder(line).redirectOutput(output.toFile());
      if (apart) {
        builder.redirectError(errors.toFile());
      } else {
        builder.redirectErrorStream(true);
      }
      builder.environment().keySet().removeIf(name -> name.startsWith("SPRING_"));
      builder.environment().putAll(environment);
      return new RunningApplication(builder.start(), output, errors);
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Waits for a line that holds a text, and returns it. */
  public String await(String text) throws Exception {
    Instant end = Instant.now().plus(PATIENCE);
    while (Instant.now().isBefore(end)) {
      boolean over = !process.isAlive();
      var found = output().lines().filter(line -> line.contains(text)).findFirst();
      if (found.isPresent()) {
        return found.get();
      }
      if (over) {
        throw new AssertionError("ended without \"" + text + "\":\n" + output());
      }
      Thread.sleep(50);
    }
    throw new AssertionError("never said \"" + text + "\":\n" + output());
  }

  /** Waits for the end and returns the exit status. */
  public int end() throws Exception {
    if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new AssertionError("does not end:\n" + output());
    }
    return process.exitValue();
  }

  public String output() throws IOException {
    return Files.readString(output);
  }

  public byte[] data() throws IOException {
    return Files.readAllBytes(output);
  }

  public String errors() throws IOException {
    return Files.readString(errors);
  }

  /** As {@code kill} does. */
  public int stop() throws Exception {
    process.destroy();
    return end();
  }

  /** As {@code kill -9} does. */
  public void kill() throws Exception {
    process.destroyForcibly();
    end();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
