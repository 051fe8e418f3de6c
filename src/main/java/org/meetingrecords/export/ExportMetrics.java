package org.meetingrecords.export;

import io.micrometer.core.instrument.MeterRegistry;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.stereotype.Component;

/** Counts exports over HTTP by what came of them, their rows, and how many run at the moment. */
@Component
class ExportMetrics {
  private final MeterRegistry metrics;
  private final AtomicInteger running;

  ExportMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    this.running = metrics.gauge("records.exports.running", new AtomicInteger());
  }

  Run begin() {
    running.incrementAndGet();
    return new Run();
  }

  /** One export, from its first line to its last byte. */
  final class Run {
    private final long began = System.nanoTime();
    private Optional<ExportFormat> format = Optional.empty();
    private String code = "OK";

    void as(ExportFormat wanted) {
      format = Optional.of(wanted);
    }

    void wrote(long rows) {
      metrics.counter("records.export.rows", "format", name()).increment(rows);
    }

    /**
     * @param failure a code of the API; {@code GONE} where the client left; {@code NOT_MODIFIED}
     *     where it has the rows already
     */
    void endedWith(String failure) {
      code = failure;
    }

    void close() {
      running.decrementAndGet();
      metrics
          .timer("records.exports", "format", name(), "code", code)
          .record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }

    private String name() {
      return format.map(ExportFormat::toString).orElse("none");
    }
  }
}
