package org.meetingrecords.importing;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.ToDoubleFunction;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.migration.Roles;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * What imports did, for who watches the server: they run as processes of their own, so it is read
 * from their rows in the database, when metrics are asked for. While the database does not answer,
 * it stays as it was.
 */
@Component
class ImportMetrics {
  private static final Logger LOG = LoggerFactory.getLogger(ImportMetrics.class);
  private static final long FRESH = TimeUnit.SECONDS.toNanos(5);
  private static final int SECONDS_TO_ANSWER = 2;

  private static final String QUERY =
      """
      /* ImportMetrics.read */
      select format, count(*) filter (where kept), count(*) filter (where not kept),
        coalesce(sum(rows_created), 0), coalesce(sum(rows_changed), 0), coalesce(sum(rows_rejected), 0),
        extract(epoch from max(ended) filter (where kept)),
        (array_agg(extract(epoch from ended - began) order by id desc) filter (where kept))[1],
        (array_agg(kept is null order by id desc))[1]
      from import_run group by format
      """;

  /**
   * The imports of one format.
   *
   * @param lastKept when the last one ended that was kept, in seconds since 1970
   * @param seconds how long that one took
   * @param unfinished 1 where the last one has not ended
   */
  private record Sum(
      double kept,
      double refused,
      double created,
      double changed,
      double rejected,
      double lastKept,
      double seconds,
      double unfinished) {
    static final Sum NONE = new Sum(0, 0, 0, 0, 0, Double.NaN, Double.NaN, 0);
  }

  private final Address reader;
  private Map<String, Sum> sums = Map.of();
  private long asked = System.nanoTime() - FRESH;

  ImportMetrics(MeterRegistry metrics, Roles roles) {
    this.reader = roles.reader();
    for (String format : Import.formats()) {
      counter(metrics, "records.imports", format, "kept", Sum::kept);
      counter(metrics, "records.imports", format, "refused", Sum::refused);
      counter(metrics, "records.import.rows", format, "created", Sum::created);
      counter(metrics, "records.import.rows", format, "changed", Sum::changed);
      counter(metrics, "records.import.rows", format, "rejected", Sum::rejected);
      gauge(metrics, "records.import.last.kept.timestamp.seconds", format, Sum::lastKept);
      gauge(metrics, "records.import.last.kept.duration.seconds", format, Sum::seconds);
      gauge(metrics, "records.import.unfinished", format, Sum::unfinished);
    }
  }

  private void counter(
      MeterRegistry metrics,
      String name,
      String format,
      String outcome,
      ToDoubleFunction<Sum> part) {
    FunctionCounter.builder(name, this, all -> part.applyAsDouble(all.of(format)))
        .tags("format", format, "outcome", outcome)
        .register(metrics);
  }

  private void gauge(
      MeterRegistry metrics, String name, String format, ToDoubleFunction<Sum> part) {
    Gauge.builder(name, this, all -> part.applyAsDouble(all.of(format)))
        .tag("format", format)
        .register(metrics);
  }

  private synchronized Sum of(String format) {
    if (System.nanoTime() - asked >= FRESH) {
      try {
        sums = read();
      } catch (SQLException down) {
        LOG.warn("What imports did cannot be read: {}", down.getMessage());
      }
      asked = System.nanoTime();
    }
    return sums.getOrDefault(format, Sum.NONE);
  }

  private Map<String, Sum> read() throws SQLException {
    try (var connection = reader.connect(SECONDS_TO_ANSWER);
        var statement = connection.createStatement();
        var row = statement.executeQuery(QUERY)) {
      var read = new HashMap<String, Sum>();
      while (row.next()) {
        read.put(
            row.getString(1),
            new Sum(
                row.getDouble(2),
                row.getDouble(3),
                row.getDouble(4),
                row.getDouble(5),
                row.getDouble(6),
                orNone(row, 7),
                orNone(row, 8),
                row.getBoolean(9) ? 1 : 0));
      }
      return read;
    }
  }

  private static double orNone(ResultSet row, int column) throws SQLException {
    double value = row.getDouble(column);
    return row.wasNull() ? Double.NaN : value;
  }
}
