package org.meetingrecords.importing.files;

import java.io.PrintWriter;
import java.time.Duration;
import java.time.Instant;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import me.tongfei.progressbar.ProgressBarStyle;
import org.jspecify.annotations.Nullable;

/** Tells how far an import is: a bar on a terminal, plain lines elsewhere. */
public final class Progress implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofSeconds(5);
  private static final long MEGABYTE = 1_000_000;

  private final @Nullable PrintWriter out;
  private final boolean terminal;
  private @Nullable ProgressBar bar;
  private long whole;
  private long done;
  private Instant told = Instant.now();

  private Progress(@Nullable PrintWriter out, boolean terminal) {
    this.out = out;
    this.terminal = terminal;
  }

  public static Progress on(PrintWriter out, boolean terminal) {
    return new Progress(out, terminal);
  }

  public static Progress silent() {
    return new Progress(null, false);
  }

  void expect(long bytes) {
    whole = bytes;
    if (out != null && terminal) {
      bar =
          new ProgressBarBuilder()
              .setTaskName("reading")
              .setInitialMax(bytes)
              .setUnit("MB", MEGABYTE)
              .showSpeed()
              .setStyle(ProgressBarStyle.ASCII)
              .build();
    }
  }

  void read(long bytes) {
    done += bytes;
    if (bar != null) {
      bar.stepBy(bytes);
    } else if (out != null && Duration.between(told, Instant.now()).compareTo(PAUSE) > 0) {
      told = Instant.now();
      out.printf("read %d of %d MB%n", done / MEGABYTE, whole / MEGABYTE);
      out.flush();
    }
  }

  public void say(String what) {
    if (bar != null) {
      bar.setExtraMessage(what);
    } else if (out != null) {
      out.println(what);
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
