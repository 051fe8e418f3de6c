package org.meetingrecords.cli;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells how far an export is: a count that runs on a terminal, plain lines elsewhere. */
final class ExportProgress implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final int STEP = 1_000;

  private final PrintWriter out;
  private @Nullable ProgressBar bar;
  private Instant told = Instant.now();

  private ExportProgress(PrintWriter out, boolean terminal) {
    this.out = out;
    if (terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("exporting")
              .setInitialMax(-1)
              .showSpeed()
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
  }

  static ExportProgress on(PrintWriter out) {
    var console = System.console();
    return new ExportProgress(out, console != null && console.isTerminal());
  }

  void wrote(long nodes) {
    if (nodes % STEP != 0) {
      return;
    }
    if (bar != null) {
      bar.stepTo(nodes);
    } else if (Duration.between(told, Instant.now()).compareTo(PAUSE) > 0) {
      told = Instant.now();
      out.printf("exported %d%n", nodes);
      out.flush();
    }
  }

  @Override
  public void close() {
    if (bar != null) {
      bar.close();
      bar = null;
    }
  }
}
