package org.meetingrecords.read;

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

  ReadFailure(SQLException cause) {
    super(cause);
    this.kind = kindOf(cause);
  }

  public Kind kind() {
    return kind;
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
        || state.startsWith("53")) {
      return Kind.UNAVAILABLE;
    }
    return Kind.INTERNAL;
  }
}
