package org.meetingrecords.cli;

import java.io.PrintWriter;
import java.net.BindException;
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

  /** Prints the line, if there is one; the rest was logged where it happened. */
  int tell(PrintWriter out) {
    if (line != null) {
      out.println(line);
    }
    return status;
  }
}
