package org.meetingrecords.read;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.embedded.Address;

/**
 * The connections that readers use, apart from those that write: they cannot write, speak UTC, give
 * up after some seconds, and do without just-in-time compilation and parallel workers, which cost
 * more than most of these statements take.
 */
public final class ReadDatabase implements AutoCloseable {
  private static final int SECONDS_TO_CONNECT = 2;

  /** A server that does not even end its own statements in time is not waited for. */
  private static final int SECONDS_BEYOND_STATEMENT = 3;

  private static final String SETTINGS =
      """
      set default_transaction_read_only = on; set time zone 'UTC'; set jit = off; \
      set max_parallel_workers_per_gather = 0; \
      set datestyle = 'ISO'; set pg_trgm.word_similarity_threshold = %s; \
      set statement_timeout = '%ds'""";

  private final Address address;
  private final ReadLimits limits;
  private final MeterRegistry metrics;
  private final Map<String, Timer> timers = new ConcurrentHashMap<>();
  private final HikariDataSource pool;

  /**
   * As many as there are connections. Whoever gives one back to a pool that others wait at yields
   * to them in a loop, which cost a tenth of a busy server's time; here they wait at no cost.
   */
  private final Semaphore places;

  public ReadDatabase(Address address, ReadLimits limits, MeterRegistry metrics) {
    this("reading", Math.min(limits.connections(), 2), address, limits, metrics);
  }

  /**
   * Connections for exports of the same database: none is kept open while there is none.
   *
   * @param connections how many at most
   * @param statementSeconds for how many seconds the database may look for the next rows
   */
  public ReadDatabase forExports(int connections, int statementSeconds) {
    // An export takes as long as it takes.
    var patient =
        new ReadLimits(
            limits.largestPage(),
            limits.answerBytes(),
            connections,
            connections,
            limits.waitSeconds(),
            statementSeconds,
            Integer.MAX_VALUE);
    return new ReadDatabase("exporting", 0, address, patient, metrics);
  }

  private ReadDatabase(
      String purpose,
      int idleConnections,
      Address address,
      ReadLimits limits,
      MeterRegistry metrics) {
    this.address = address;
    this.limits = limits;
    this.metrics = metrics;
    this.places = new Semaphore(limits.connections(), true);
    var config = new HikariConfig();
    config.setPoolName(purpose);
    config.setJdbcUrl(address.url());
    if (!address.username().isEmpty()) {
      config.setUsername(address.username());
      config.setPassword(address.password());
    }
    config.setMaximumPoolSize(limits.connections());
    // A client is told to come again rather than kept in a queue.
    config.setConnectionTimeout(Duration.ofSeconds(limits.waitSeconds()).toMillis());
    config.setValidationTimeout(Duration.ofSeconds(1).toMillis());
    config.setMinimumIdle(idleConnections);
    config.setConnectionInitSql(
        SETTINGS.formatted(SearchSql.LEAST_LIKE, limits.statementSeconds()));
    // Statements come back in few shapes: keep them prepared from the third use on.
    config.addDataSourceProperty("prepareThreshold", "3");
    config.addDataSourceProperty("preparedStatementCacheQueries", "512");
    // Every value as text, whatever its type: that is what is written on.
    config.addDataSourceProperty("binaryTransfer", "false");
    config.addDataSourceProperty("ApplicationName", "meeting-records " + purpose);
    config.addDataSourceProperty("connectTimeout", String.valueOf(SECONDS_TO_CONNECT));
    config.addDataSourceProperty(
        "socketTimeout", String.valueOf(limits.statementSeconds() + SECONDS_BEYOND_STATEMENT));
    config.addDataSourceProperty("tcpKeepAlive", "true");
    // Details of an error hold values, and errors are logged.
    config.addDataSourceProperty("logServerErrorDetail", "false");
    config.setMetricRegistry(metrics);
    pool = new HikariDataSource(config);
  }

  /** Where the time goes that a root field takes in the database. */
  Timer timer(String field) {
    return timers.computeIfAbsent(
        field,
        name ->
            Timer.builder("records.sql")
                .description("Time in the database, by root field")
                .tag("field", name)
                .register(metrics));
  }

  ReadLimits limits() {
    return limits;
  }

  /**
   * A connection in turn: those who come first are served first.
   *
   * @throws SQLTransientConnectionException at once where too many wait already, or later where
   *     none has become free
   */
  Lease open() throws SQLException {
    return open(TimeUnit.SECONDS.toNanos(limits.waitSeconds()));
  }

  /** The same for one who has no longer than so many nanoseconds to wait. */
  Lease open(long left) throws SQLException {
    try {
      takePlace(Math.min(left, TimeUnit.SECONDS.toNanos(limits.waitSeconds())));
    } catch (InterruptedException stopping) {
      Thread.currentThread().interrupt();
      throw new SQLTransientConnectionException("stopped while waiting for a connection", stopping);
    }
    try {
      return new Lease(pool.getConnection(), places);
    } catch (SQLException | RuntimeException failure) {
      places.release();
      throw failure;
    }
  }

  private void takePlace(long patience) throws InterruptedException, SQLException {
    // With a time, be it none, so that nobody is overtaken.
    if (places.tryAcquire(0, TimeUnit.NANOSECONDS)) {
      return;
    }
    if (places.getQueueLength() >= limits.waiting()) {
      throw new SQLTransientConnectionException("too many wait for a connection");
    }
    if (!places.tryAcquire(patience, TimeUnit.NANOSECONDS)) {
      throw new SQLTransientConnectionException("no connection has become free");
    }
  }

  /** A connection that goes back to the pool, and its place to whoever waits, when it is closed. */
  record Lease(Connection connection, Semaphore places) implements AutoCloseable {
    @Override
    public void close() throws SQLException {
      try {
        connection.close();
      } finally {
        places.release();
      }
    }
  }

  /**
   * Runs one statement, which is its own snapshot: no transaction is opened around it. Where the
   * connection is lost, or a standby has to cut the statement off, it is run once more.
   */
  <T extends @Nullable Object> T with(Work<T> work) {
    long began = System.nanoTime();
    try (Lease lease = open()) {
      return work.on(lease.connection());
    } catch (SQLException failure) {
      if (!mayTryAgain(failure, began)) {
        throw new ReadFailure(failure);
      }
    }
    try (Lease lease = open()) {
      return work.on(lease.connection());
    } catch (SQLException failure) {
      throw new ReadFailure(failure);
    }
  }

  /**
   * Whether it is worth another try that ends in time. What cut one connection off has most likely
   * cut them all, so the idle ones are given up then.
   */
  boolean mayTryAgain(SQLException failure, long began) {
    var spare = limits.requestSeconds() - limits.statementSeconds() - limits.waitSeconds();
    boolean again =
        ReadFailure.isPassing(failure)
            && System.nanoTime() - began < Duration.ofSeconds(spare).toNanos();
    if (again && ReadFailure.isLost(failure)) {
      pool.getHikariPoolMXBean().softEvictConnections();
    }
    return again;
  }

  /** Whether the database answers at once, apart from the pool. */
  public boolean answers() {
    var properties = new Properties();
    properties.putAll(pool.getDataSourceProperties());
    for (String timeout : List.of("connectTimeout", "socketTimeout", "loginTimeout")) {
      properties.setProperty(timeout, String.valueOf(SECONDS_TO_CONNECT));
    }
    if (pool.getUsername() != null) {
      properties.setProperty("user", pool.getUsername());
    }
    if (pool.getPassword() != null) {
      properties.setProperty("password", pool.getPassword());
    }
    try (Connection connection = DriverManager.getConnection(pool.getJdbcUrl(), properties)) {
      return connection.isValid(SECONDS_TO_CONNECT);
    } catch (SQLException down) {
      return false;
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
