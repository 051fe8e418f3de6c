package org.meetingrecords.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * The connections that readers use, apart from those that write: they cannot write, speak UTC, give
 * up after some seconds, and do without just-in-time compilation, which costs more than these
 * statements take.
 */
public final class ReadDatabase implements AutoCloseable {
  private static final long MOST_WAITING_MILLISECONDS = 3_000;
  private static final String SETTINGS =
      """
      set default_transaction_read_only = on; set time zone 'UTC'; set jit = off; \
      set datestyle = 'ISO'; set statement_timeout = '%ds'""";

  private final HikariDataSource pool;

  /**
   * @param connections how many at most
   * @param statementSeconds after how many seconds the database gives a statement up
   */
  public ReadDatabase(
      String url,
      @Nullable String user,
      @Nullable String password,
      int connections,
      int statementSeconds) {
    this("reading", url, user, password, connections, Math.min(connections, 2), statementSeconds);
  }

  /**
   * Connections for exports: none is kept open while there is none.
   *
   * @param connections how many at most
   * @param statementSeconds for how many seconds the database may look for the next rows
   */
  public static ReadDatabase forExports(
      String url,
      @Nullable String user,
      @Nullable String password,
      int connections,
      int statementSeconds) {
    return new ReadDatabase("exporting", url, user, password, connections, 0, statementSeconds);
  }

  private ReadDatabase(
      String purpose,
      String url,
      @Nullable String user,
      @Nullable String password,
      int connections,
      int idleConnections,
      int statementSeconds) {
    var config = new HikariConfig();
    config.setPoolName(purpose);
    config.setJdbcUrl(url);
    config.setUsername(user);
    config.setPassword(password);
    config.setMaximumPoolSize(connections);
    // A client is told to come again rather than kept in a queue.
    config.setConnectionTimeout(MOST_WAITING_MILLISECONDS);
    config.setMinimumIdle(idleConnections);
    config.setConnectionInitSql(SETTINGS.formatted(statementSeconds));
    // Statements come back in few shapes: keep them prepared from the third use on.
    config.addDataSourceProperty("prepareThreshold", "3");
    config.addDataSourceProperty("preparedStatementCacheQueries", "512");
    // Every value as text, whatever its type: that is what is written on.
    config.addDataSourceProperty("binaryTransfer", "false");
    config.addDataSourceProperty("ApplicationName", "meeting-records " + purpose);
    pool = new HikariDataSource(config);
  }

  Connection open() throws SQLException {
    return pool.getConnection();
  }

  /** Runs one statement, which is its own snapshot: no transaction is opened around it. */
  <T extends @Nullable Object> T with(Work<T> work) {
    try (Connection connection = open()) {
      return work.on(connection);
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  @Override
  public void close() {
    pool.close();
  }

  /** Something done with a connection. */
  @FunctionalInterface
  interface Work<T extends @Nullable Object> {
    T on(Connection connection) throws SQLException;
  }
}
