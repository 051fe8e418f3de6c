package org.meetingrecords.read;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The rows of a root connection, compiled and not yet read: one row for each of its nodes. What
 * hangs on a node by links to one is in columns of its own; each list is one column with the
 * finished JSON that a page would have there, unless a row of each of its entries was wanted: then
 * the rows of a node follow one another, in the order of the list, and a node without entries is
 * one row still.
 *
 * @param key the response key of the root field
 * @param type the type of the nodes, as {@code Meeting}
 * @param shape what is selected of a node, in the request's order
 * @param columns what each statement returns, in this order
 * @param statements give the rows, one after another: each goes on where the one before it ended
 * @param sources gives the sources that the rows rest on; null where nobody asked
 * @param records gives the table and the id of each row that the selection reaches; null where
 *     nobody asked
 */
public record Rows(
    String key,
    String type,
    Shape.Struct shape,
    List<Column> columns,
    List<SqlStatement> statements,
    @Nullable SqlStatement sources,
    @Nullable SqlStatement records) {

  /** What stands in a column. */
  public enum Content {
    /** A single value, as text: days as {@code 2020-12-09}, truth as {@code t} and {@code f}. */
    VALUE,
    /** Whether the object at this path is there at all. */
    PRESENCE,
    /** Finished JSON of everything at this path. */
    JSON,
    /**
     * At the path of a list of which each entry is a row, to be put together again: which node the
     * row is of. Whether it has an entry at all is the {@link #PRESENCE} there.
     */
    NODE
  }

  /**
   * @param path response keys from the node down
   */
  public record Column(List<String> path, Content content) {}
}
