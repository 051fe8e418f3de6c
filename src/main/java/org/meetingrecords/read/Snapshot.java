package org.meetingrecords.read;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import org.jspecify.annotations.Nullable;

/**
 * One view of the database for all root fields of a request that has several: they run one after
 * another on one connection. A field that fails leaves the others.
 */
public final class Snapshot implements AutoCloseable {
  private final ReadDatabase database;
  private @Nullable Connection connection;

  public Snapshot(ReadDatabase database) {
    this.database = database;
  }

  synchronized <T extends @Nullable Object> T with(ReadDatabase.Work<T> work) {
    try {
      Connection opened = connection == null ? open() : connection;
      Savepoint before = opened.setSavepoint();
      try {
        T result = work.on(opened);
        opened.releaseSavepoint(before);
        return result;
      } catch (SQLException failure) {
        if (!opened.isClosed()) {
          opened.rollback(before);
        }
        throw failure;
      }
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /** Rows of this view, to be read one after another. What was opened before them stays open. */
  public synchronized RowCursor rows(Rows rows) {
    try {
      return RowCursor.open(connection == null ? open() : connection, rows);
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /**
   * The sources that the rows rest on: an array of objects with what a citation needs. Empty where
   * it was not asked for.
   */
  public Json sources(Rows rows) {
    SqlStatement statement = rows.sources();
    Json found = statement == null ? null : this.<@Nullable Json>with(statement::json);
    return found == null ? new Json("[]".getBytes(StandardCharsets.UTF_8)) : found;
  }

  /**
   * Which state of the database this is: a number that grows, and letters that tell states of one
   * number apart. Two views with the same version hold the same records; after a write the version
   * is another one.
   */
  public String version() {
    return with(StateVersion::read);
  }

  private Connection open() throws SQLException {
    Connection opened = database.open();
    connection = opened;
    opened.setAutoCommit(false);
    opened.setReadOnly(true);
    opened.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return opened;
  }

  @Override
  public synchronized void close() {
    if (connection != null) {
      try (Connection opened = connection) {
        connection = null;
        opened.rollback();
      } catch (SQLException gone) {
        // Nothing was written; the pool drops a connection that is broken.
      }
    }
  }
}
