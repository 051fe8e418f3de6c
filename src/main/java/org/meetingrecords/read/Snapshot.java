package org.meetingrecords.read;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Savepoint;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One view of the database for all root fields of a request that has several: they run one after
 * another on one connection, as long as the request has time. A field that fails leaves the others.
 */
public final class Snapshot implements AutoCloseable {
  private final ReadDatabase database;
  private final long end;
  private ReadDatabase.@Nullable Lease lease;

  /** Why no connection was to be had; the fields that are left need not wait for one as well. */
  private @Nullable SQLException refused;

  public Snapshot(ReadDatabase database) {
    this.database = database;
    this.end = System.nanoTime() + Duration.ofSeconds(database.limits().requestSeconds()).toNanos();
  }

  synchronized <T extends @Nullable Object> T with(ReadDatabase.Work<T> work) {
    boolean first = lease == null;
    long began = System.nanoTime();
    try {
      return inTime(work);
    } catch (SQLException failure) {
      // What has been read of the other fields is of one moment; only the first can come later.
      if (!first || !database.mayTryAgain(failure, began)) {
        throw new ReadFailure(failure);
      }
    }
    close();
    try {
      return inTime(work);
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /** Rows of this view, to be read one after another. What was opened before them stays open. */
  public RowCursor rows(Rows rows) {
    return cursor(rows.statements(), rows.columns().size());
  }

  /**
   * The rows that the selection reaches: in the first column the table of each, in the second its
   * id there.
   *
   * @throws IllegalStateException where it was not asked for
   */
  public RowCursor records(Rows rows) {
    SqlStatement records = rows.records();
    if (records == null) {
      throw new IllegalStateException("the records were not asked for");
    }
    return cursor(List.of(records), 2);
  }

  private synchronized RowCursor cursor(List<SqlStatement> statements, int width) {
    try {
      return RowCursor.open(connection(), statements, width);
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /** What somebody else reads in this view. */
  @FunctionalInterface
  public interface Reading {
    long on(Connection connection) throws SQLException, IOException;
  }

  /** Lets somebody else read this view, on its connection. */
  public synchronized long read(Reading reading) throws IOException {
    try {
      return reading.on(connection());
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

  private <T extends @Nullable Object> T inTime(ReadDatabase.Work<T> work) throws SQLException {
    Connection opened = connection();
    long left = left();
    if (left < Duration.ofSeconds(database.limits().statementSeconds()).toNanos()) {
      try (Statement statement = opened.createStatement()) {
        statement.execute("set local statement_timeout = " + (1 + left / 1_000_000));
      }
    }
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
  }

  /** In nanoseconds. */
  private long left() {
    long left = end - System.nanoTime();
    if (left <= 0) {
      throw new ReadFailure();
    }
    return left;
  }

  private Connection connection() throws SQLException {
    return lease == null ? open() : lease.connection();
  }

  private Connection open() throws SQLException {
    long left = left();
    if (refused != null) {
      throw refused;
    }
    try {
      lease = database.open(left);
    } catch (SQLException failure) {
      refused = failure;
      throw failure;
    }
    Connection opened = lease.connection();
    opened.setAutoCommit(false);
    opened.setReadOnly(true);
    opened.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    return opened;
  }

  @Override
  public synchronized void close() {
    if (lease != null) {
      try (ReadDatabase.Lease opened = lease) {
        lease = null;
        opened.connection().rollback();
      } catch (SQLException gone) {
        // Nothing was written; the pool drops a connection that is broken.
      }
    }
  }
}
