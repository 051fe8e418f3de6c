package org.meetingrecords.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.embedded.DatabaseUnavailable;
import org.springframework.boot.web.server.PortInUseException;

/** Why a command ended: the exit status, and one line where the fault was to be foreseen. */
record Fault(int status, @Nullable String line) {

  private static final String CONNECTION_LOST = "08";
  private static final String SHUT_DOWN = "57P";

  static Fault of(Throwable thrown) {
    for (Throwable fault = thrown; fault != null; fault = fault.getCause()) {
      if (fault instanceof DatabaseUnavailable) {
        return new Fault(Commands.NO_DATABASE, fault.getMessage());
      }
      if (fault instanceof SQLException lost && isConnectionLost(lost)) {
        return new Fault(
            Commands.NO_DATABASE, "The connection to the database was lost: " + lost.getMessage());
      }
      if (fault instanceof PortInUseException taken) {
        return new Fault(
            Commands.FAULT,
            "Port %d is taken by another program. SERVER_PORT names another port."
                .formatted(taken.getPort()));
      }
      if (fault instanceof BindException) {
        return new Fault(
            Commands.FAULT,
            "The server cannot listen where SERVER_ADDRESS and SERVER_PORT say: "
                + fault.getMessage());
      }
    }
    return new Fault(Commands.FAULT, null);
  }

  /** Whether the database went away, rather than refused something. */
  static boolean isConnectionLost(SQLException fault) {
    String state = String.valueOf(fault.getSQLState());
    return state.startsWith(CONNECTION_LOST) || state.startsWith(SHUT_DOWN);
  }

  boolean isForeseen() {
    return line != null;
  }

  /** Prints why a command ended, and where it was if nobody foresaw that; gives the exit status. */
  static int tell(Throwable thrown, PrintWriter err) {
    Fault fault = of(thrown);
    if (fault.line != null) {
      err.println(fault.line);
    } else if (thrown instanceof NotStarted) {
      err.println("The application did not start.");
    } else if (thrown instanceof IOException file) {
      err.println("A file cannot be read or written: " + reason(file));
    } else if (thrown instanceof UncheckedIOException file) {
      err.println("A file cannot be read or written: " + reason(file));
    } else {
      err.println("This is a fault of the application; please report it:");
      thrown.printStackTrace(err);
    }
    err.flush();
    return fault.status;
  }

  /** What the system says of a file: some of its faults have no words but the file's name. */
  static String reason(Exception fault) {
    return switch (fault) {
      case UncheckedIOException unchecked when unchecked.getCause() != null ->
          reason(unchecked.getCause());
      case NoSuchFileException missing -> "there is no " + missing.getFile();
      case AccessDeniedException denied -> "access to " + denied.getFile() + " is denied";
      default -> String.valueOf(fault.getMessage());
    };
  }
}
