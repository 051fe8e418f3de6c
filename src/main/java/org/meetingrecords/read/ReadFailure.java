package org.meetingrecords.read;

import java.io.InterruptedIOException;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;

/**
 * The database did not answer. Its words stay inside; clients are told only what kind of failure it
 * was.
 */
public final class ReadFailure extends RuntimeException {

  /** What a client can do about it. */
  public enum Kind {
    /** The statement took longer than it may: ask for less. */
    TIMEOUT,
    /** The statement is larger than PostgreSQL can take: ask for less. */
    TOO_COMPLEX,
    /** The database cannot be reached, or has no connection free: try again. */
    UNAVAILABLE,
    /** Our own mistake. */
    INTERNAL
  }

  private final Kind kind;

  /** The time of the request is over. */
  ReadFailure() {
    super("the request took too long");
    this.kind = Kind.TIMEOUT;
  }

  ReadFailure(SQLException cause) {
    super(cause);
    this.kind = kindOf(cause);
  }

  public Kind kind() {
    return kind;
  }

  /** One that need not have happened and may be over: 40001 is what a standby says. */
  static boolean isPassing(SQLException failure) {
    return isLost(failure) || String.valueOf(failure.getSQLState()).startsWith("40");
  }

  /** The connection is gone; not so where it was only waited for too long. */
  static boolean isLost(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    boolean waited =
        failure instanceof SQLTransientConnectionException
            || failure.getCause() instanceof InterruptedIOException;
    return !waited && (state.startsWith("08") || state.startsWith("57P"));
  }

  /** By SQLSTATE: PostgreSQL manual, appendix A. */
  private static Kind kindOf(SQLException failure) {
    String state = String.valueOf(failure.getSQLState());
    if (state.equals("57014")) {
      return Kind.TIMEOUT;
    }
    if (state.startsWith("54")) {
      return Kind.TOO_COMPLEX;
    }
    if (failure instanceof SQLTransientConnectionException
        || state.startsWith("08")
        || state.startsWith("57P")
        || state.startsWith("40")
        || state.startsWith("53")) {
      return Kind.UNAVAILABLE;
    }
    return Kind.INTERNAL;
  }
}
