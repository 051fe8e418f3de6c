package org.meetingrecords.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
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

  /** How lists come. */
  public sealed interface Lists {}

  /**
   * Each as one column, but for some.
   *
   * @param paths dotted paths of lists of which each entry is to be a row; where that takes more
   *     than a join, the list is still one column
   */
  public record Exploded(List<String> paths) implements Lists {}

  /**
   * Whichever way costs the database least, to be put together again: each entry is a row where
   * {@link OnlyList} finds one that can be joined.
   */
  public record Joined() implements Lists {}

  private final Beside beside;
  private final Lists lists;
  private @Nullable Rows rows;

  public RowsWanted(Beside beside, Lists lists) {
    this.beside = beside;
    this.lists = lists;
  }

  Beside beside() {
    return beside;
  }

  /** A list in an exploded list takes the outer one with it. */
  boolean explodes(List<String> path) {
    if (!(lists instanceof Exploded(List<String> exploded))) {
      return false;
    }
    String list = String.join(".", path);
    return exploded.stream().anyMatch(each -> each.equals(list) || each.startsWith(list + "."));
  }

  boolean joins() {
    return lists instanceof Joined;
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
