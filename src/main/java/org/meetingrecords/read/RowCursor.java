package org.meetingrecords.read;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGConnection;

/**
 * Rows as they come out of a database cursor: a few at a time are in memory, fewer where they are
 * large. While some are looked at, the database is at work on the next.
 */
public final class RowCursor implements AutoCloseable {
  private static final int FIRST_ROWS = 20;
  private static final int MOST_ROWS = 1_000;
  private static final long BYTES_AT_ONCE = 4_000_000;

  /** What the database does for nobody is stopped after so long. */
  private static final Duration PATIENCE = Duration.ofMillis(500);

  private final Connection connection;
  private final Iterator<SqlStatement> further;
  private final int width;
  private PreparedStatement statement;
  private ResultSet rows;
  private long largestRow = 1;
  private int atOnce = FIRST_ROWS;
  private long seen;
  private Batch batch = new Batch(List.of(), false);
  private int place = -1;
  private @Nullable FutureTask<Batch> ahead;

  /** Some rows, each with its columns' values, and whether they are the last. */
  private record Batch(List<byte[] @Nullable []> rows, boolean last) {}

  private RowCursor(Connection connection, Iterator<SqlStatement> statements, int width)
      throws SQLException {
    this.connection = connection;
    this.width = width;
    this.further = statements;
    this.statement = further.next().prepare(connection);
    this.rows = opened(statement, atOnce);
  }

  /**
   * @param statements one or more, of which each goes on where the one before it ended
   */
  static RowCursor open(Connection connection, List<SqlStatement> statements, int width)
      throws SQLException {
    return new RowCursor(connection, statements.iterator(), width);
  }

  private static ResultSet opened(PreparedStatement statement, int rows) throws SQLException {
    try {
      statement.setFetchSize(rows);
      return statement.executeQuery();
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
    place++;
    while (place >= batch.rows.size()) {
      if (batch.last) {
        return false;
      }
      // The first one too is known to close(), which waits for what is being read.
      ahead = ahead == null ? begun() : ahead;
      batch = taken(ahead);
      place = 0;
      ahead = batch.last ? null : begun();
    }
    return true;
  }

  /** Reads on, while what was read is looked at. */
  private FutureTask<Batch> begun() {
    var task = new FutureTask<>(this::read);
    Thread.ofVirtual().name("export").start(task);
    return task;
  }

  private static Batch taken(FutureTask<Batch> task) {
    try {
      return task.get();
    } catch (ExecutionException fault) {
      throw failure(fault.getCause());
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(stopped);
    }
  }

  private static RuntimeException failure(@Nullable Throwable cause) {
    for (Throwable each = cause; each != null; each = each.getCause()) {
      if (each instanceof Error error) {
        throw error; // such as a want of memory, which the driver takes for a fault of a statement
      }
    }
    return cause instanceof SQLException failure
        ? new ReadFailure(failure)
        : new IllegalStateException(cause);
  }

  private Batch read() throws SQLException {
    var read = new ArrayList<byte[] @Nullable []>(atOnce);
    for (int count = atOnce; count > 0; count--) {
      if (!nextRow()) {
        return new Batch(read, true);
      }
      var values = new byte[width][];
      long size = 0;
      for (int i = 0; i < width; i++) {
        byte[] value = rows.getBytes(i + 1);
        values[i] = value;
        size += value == null ? 0 : value.length;
      }
      read.add(values);
      adapt(size);
    }
    return new Batch(read, false);
  }

  private boolean nextRow() throws SQLException {
    while (!rows.next()) {
      if (!further.hasNext()) {
        return false;
      }
      statement.close();
      statement = further.next().prepare(connection);
      rows = opened(statement, atOnce);
    }
    return true;
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
    return batch.rows.get(place)[column];
  }

  @Override
  public void close() {
    stop();
    try (PreparedStatement _ = statement) {
      rows.close();
    } catch (SQLException gone) {
      // Nothing was written; what is still open ends with the snapshot.
    }
  }

  /** Nobody wants what is being read; a connection is used by one at a time. */
  private void stop() {
    if (ahead == null) {
      return;
    }
    try {
      ahead.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException busy) {
      cancel(ahead);
    } catch (ExecutionException failed) {
      // Nobody wants to know.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      cancel(ahead);
    }
  }

  private void cancel(FutureTask<Batch> reading) {
    try {
      connection.unwrap(PGConnection.class).cancelQuery();
      reading.get();
    } catch (SQLException | ExecutionException gone) {
      // It has ended.
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
    }
  }
}
