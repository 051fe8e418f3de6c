package org.meetingrecords.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.meetingrecords.bundle.Bundle;
import org.meetingrecords.embedded.Database;

/** Writes everything that the database holds, as a bundle that {@code import bundle} takes in. */
final class WholeDatabase {

  private WholeDatabase() {}

  /** Why nothing can be written there. */
  static Optional<String> refuses(String out) {
    if (isFolder(out)) {
      Path folder = Path.of(out);
      try (var there = Files.exists(folder) ? Files.list(folder) : null) {
        return there != null && there.findAny().isPresent()
            ? Optional.of("The folder is not empty: " + out)
            : Optional.empty();
      } catch (IOException fault) {
        return Optional.of("Not a folder that can be written: " + out);
      }
    }
    return Output.named(out).canBeWritten()
        ? Optional.empty()
        : Optional.of("Not a file that can be written: " + out);
  }

  /** A folder that is there, or a name that ends as one. */
  private static boolean isFolder(String out) {
    return !out.equals(Output.STANDARD) && (out.endsWith("/") || Files.isDirectory(Path.of(out)));
  }

  /**
   * Writes to a file, into a folder that ends in a slash or is there, or to the standard output.
   */
  static int write(String out, List<String> settings, PrintWriter err) {
    try (var context = Startup.database(settings);
        var connection = context.getBean(Database.class).address().connect()) {
      long lines = write(connection, out);
      err.printf("%d lines written to %s%n", lines, isFolder(out) ? out : Output.named(out));
      err.flush();
      return Commands.WELL;
    } catch (IOException | UncheckedIOException full) {
      err.println("Not written as a whole: " + Fault.reason(full));
      return Commands.FAULT;
    } catch (SQLException fault) {
      err.println("Not written as a whole: " + fault.getMessage());
      return Fault.isConnectionLost(fault) ? Commands.NO_DATABASE : Commands.FAULT;
    }
  }

  private static long write(Connection connection, String out) throws SQLException, IOException {
    return isFolder(out)
        ? Bundle.write(connection, Path.of(out))
        : Output.named(out).write(stream -> Bundle.write(connection, stream));
  }
}
