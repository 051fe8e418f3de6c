package org.meetingrecords.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * Rows as they come out of a database cursor: a few at a time are in memory, fewer where they are
 * large.
 */
public final class RowCursor implements AutoCloseable {
  private static final int FIRST_ROWS = 20;
  private static final int MOST_ROWS = 200;
  private static final long BYTES_AT_ONCE = 8_000_000;

  private final PreparedStatement statement;
  private final ResultSet rows;
  private final byte[] @Nullable [] values;
  private long largestRow = 1;
  private int atOnce = FIRST_ROWS;
  private long seen;

  private RowCursor(PreparedStatement statement, ResultSet rows, int width) {
    this.statement = statement;
    this.rows = rows;
    this.values = new byte[width][];
  }

  static RowCursor open(Connection connection, SqlStatement wanted, int width) throws SQLException {
    PreparedStatement statement = wanted.prepare(connection);
    try {
      statement.setFetchSize(FIRST_ROWS);
      return new RowCursor(statement, statement.executeQuery(), width);
    } catch (SQLException failure) {
      try (statement) {
        throw failure;
      }
    }
  }

  /**
   * Goes to the next row.
   *
   * @return whether there is one
   * @throws ReadFailure when the database gives no more
   */
  public boolean next() {
    try {
      if (!rows.next()) {
        return false;
      }
      long size = 0;
      for (int i = 0; i < values.length; i++) {
        byte[] value = rows.getBytes(i + 1);
        values[i] = value;
        size += value == null ? 0 : value.length;
      }
      adapt(size);
      return true;
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /** More at once while rows are small; one that is large means fewer from then on. */
  private void adapt(long size) throws SQLException {
    seen++;
    largestRow = Math.max(largestRow, size);
    int fitting = (int) Math.clamp(BYTES_AT_ONCE / largestRow, 1, MOST_ROWS);
    int wanted = (int) Math.min(fitting, Math.max(FIRST_ROWS, seen));
    if (wanted < atOnce || wanted >= 2 * atOnce || wanted == MOST_ROWS && atOnce < MOST_ROWS) {
      atOnce = wanted;
      rows.setFetchSize(wanted);
    }
  }

  /** The value of a column in the row, in UTF-8, as {@link Rows.Content} says. */
  public byte @Nullable [] value(int column) {
    return values[column];
  }

  @Override
  public void close() {
    try (statement) {
      rows.close();
    } catch (SQLException gone) {
      // Nothing was written; what is still open ends with the snapshot.
    }
  }
}
