package org.meetingrecords.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetingrecords.bundle.Bundle;
import org.meetingrecords.embedded.Database;
import org.meetingrecords.embedded.DatabaseConfiguration;
import org.meetingrecords.migration.Migration;
import org.meetingrecords.migration.MigrationConfiguration;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** Writes everything that the database holds, as a bundle that {@code import bundle} takes in. */
final class WholeDatabase {

  private static final String STANDARD_OUTPUT = "-";

  private WholeDatabase() {}

  /** Why nothing can be written there. */
  static Optional<String> refuses(String out) {
    if (out.equals(STANDARD_OUTPUT)) {
      return Optional.empty();
    }
    Path target = Path.of(out).toAbsolutePath();
    if (isFolder(out)) {
      try (var there = Files.exists(target) ? Files.list(target) : null) {
        return there != null && there.findAny().isPresent()
            ? Optional.of("The folder is not empty: " + out)
            : Optional.empty();
      } catch (IOException fault) {
        return Optional.of("Not a folder that can be written: " + out);
      }
    }
    Path parent = target.getParent();
    return parent == null || !Files.isDirectory(parent)
        ? Optional.of("Not a file that can be written: " + out)
        : Optional.empty();
  }

  /** A folder that is there, or a name that ends as one. */
  private static boolean isFolder(String out) {
    return out.endsWith("/") || Files.isDirectory(Path.of(out));
  }

  /**
   * Writes to a file, into a folder that ends in a slash or is there, or to the standard output.
   */
  static int write(String out, List<String> settings, PrintWriter err) {
    try (var context =
            new SpringApplicationBuilder(DatabaseConfiguration.class, MigrationConfiguration.class)
                .web(WebApplicationType.NONE)
                .properties(
                    Map.of(
                        DatabaseConfiguration.SHARED,
                        true,
                        "logging.level.org.meetingrecords",
                        "warn",
                        "logging.level." + Migration.class.getName(),
                        "warn"))
                .logStartupInfo(false)
                .run(settings.toArray(String[]::new));
        var connection = context.getBean(Database.class).address().connect()) {
      long lines = write(connection, out);
      err.printf(
          "%d lines written to %s%n",
          lines, out.equals(STANDARD_OUTPUT) ? "the standard output" : out);
      err.flush();
      return Commands.WELL;
    } catch (IOException | UncheckedIOException full) {
      err.println("Not written as a whole: " + full.getMessage());
      return Commands.FAULT;
    } catch (SQLException fault) {
      err.println("Not written as a whole: " + fault.getMessage());
      return Fault.isConnectionLost(fault) ? Commands.NO_DATABASE : Commands.FAULT;
    }
  }

  private static long write(Connection connection, String out) throws SQLException, IOException {
    if (out.equals(STANDARD_OUTPUT)) {
      return Bundle.write(connection, System.out);
    }
    if (isFolder(out)) {
      return Bundle.write(connection, Path.of(out));
    }
    // Under its name the file is there when it is whole.
    Path file = Path.of(out).toAbsolutePath();
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try {
      long lines;
      try (var stream = Files.newOutputStream(part)) {
        lines = Bundle.write(connection, stream);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return lines;
    } finally {
      Files.deleteIfExists(part);
    }
  }
}
