package org.meetingrecords.server;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Ends the process where memory has run out: what of it would go on working nobody knows. As the
 * option ExitOnOutOfMemoryError does, which a jar cannot set for itself.
 */
final class OutOfMemory {
  /** The exit status of the option. */
  private static final int STATUS = 3;

  private static final int DEEPEST = 20;

  // Made beforehand: at the end no memory is left for them.
  private static final FileOutputStream ERRORS = new FileOutputStream(FileDescriptor.err);
  private static final byte[] WORDS =
      "Out of memory: the application ends.\n".getBytes(StandardCharsets.UTF_8);

  private OutOfMemory() {}

  /** Looks at threads that end by what they throw. Others are caught, and asked about below. */
  static void watchThreads() {
    Thread.UncaughtExceptionHandler before = Thread.getDefaultUncaughtExceptionHandler();
    Thread.setDefaultUncaughtExceptionHandler(
        (thread, thrown) -> {
          endOn(thrown);
          if (before != null) {
            before.uncaughtException(thread, thrown);
          } else {
            thrown.printStackTrace(System.err);
          }
        });
  }

  /** Does not return where it is, or was caused by, a want of memory. */
  static void endOn(@Nullable Throwable thrown) {
    @Nullable Throwable cause = thrown;
    for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
      if (cause instanceof OutOfMemoryError) {
        end();
      }
      cause = cause.getCause();
    }
  }

  private static void end() {
    try {
      ERRORS.write(WORDS);
    } catch (IOException | OutOfMemoryError unsaid) {
      // It ends all the same.
    } finally {
      Runtime.getRuntime().halt(STATUS);
    }
  }
}
