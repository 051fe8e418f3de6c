package org.meetingrecords.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;

/**
 * Gives up on a client that takes a file too slowly: while it does, it keeps others from exporting
 * and the database from tidying up. What counts is the time for which the client was waited for, so
 * that nobody is blamed for a slow database.
 */
final class PacedOutput extends FilterOutputStream {

  /** The client took less than it must. */
  static final class TooSlow extends IOException {
    private TooSlow(long bytes, long seconds) {
      super("%d bytes taken in %d seconds".formatted(bytes, seconds));
    }
  }

  private final long stretchSeconds;
  private final long leastBytes;
  private long waited;
  private long taken;

  /**
   * @param stretchSeconds over how much waiting a client's pace is looked at
   * @param bytesPerSecond what it takes at the least
   */
  PacedOutput(OutputStream out, long stretchSeconds, long bytesPerSecond) {
    super(out);
    this.stretchSeconds = stretchSeconds;
    this.leastBytes = stretchSeconds * bytesPerSecond;
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    long began = System.nanoTime();
    out.write(bytes, from, count);
    passed(count, began);
  }

  @Override
  public void write(int value) throws IOException {
    write(new byte[] {(byte) value}, 0, 1);
  }

  @Override
  public void flush() throws IOException {
    long began = System.nanoTime();
    out.flush();
    passed(0, began);
  }

  private void passed(int bytes, long began) throws TooSlow {
    taken += bytes;
    waited += System.nanoTime() - began;
    if (waited < TimeUnit.SECONDS.toNanos(stretchSeconds)) {
      return;
    }
    if (taken < leastBytes) {
      throw new TooSlow(taken, TimeUnit.NANOSECONDS.toSeconds(waited));
    }
    waited = 0;
    taken = 0;
  }
}
