package org.meetingrecords.read;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Put into a request's GraphQL context under its own class, it has the reader hand over the rows of
 * the root connection, compiled and not yet read, instead of the connection's page. The request
 * goes through the same parsing, validation and coercion as any other.
 */
public final class RowsWanted {
  /** Stands where the page would. */
  static final Json NOT_READ = new Json("null".getBytes(StandardCharsets.UTF_8));

  /** What else is asked of the rows. */
  public enum Beside {
    NOTHING,
    /** On which sources they rest. */
    SOURCES,
    /** Which records, and rows of records, the selection reaches. */
    RECORDS
  }

  private final Beside beside;
  private @Nullable Rows rows;

  public RowsWanted(Beside beside) {
    this.beside = beside;
  }

  Beside beside() {
    return beside;
  }

  void take(Rows compiled) {
    if (rows != null) {
      throw notOneConnection();
    }
    rows = compiled;
  }

  /**
   * @throws BadInput when the request was for no connection
   */
  public Rows rows() {
    if (rows == null) {
      throw notOneConnection();
    }
    return rows;
  }

  static BadInput notOneConnection() {
    return new BadInput(
        "query: an export takes one root field, and that a connection such as meetings or votes.");
  }
}
