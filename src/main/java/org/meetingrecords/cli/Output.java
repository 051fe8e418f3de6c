package org.meetingrecords.cli;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Where a command writes data: a file, or the standard output. */
final class Output {

  static final String STANDARD = "-";
  private static final int BUFFER = 1 << 16;

  private final @Nullable Path file;

  private Output(@Nullable Path file) {
    this.file = file;
  }

  /** A file of that name; {@code -} is the standard output. */
  static Output named(String name) {
    return new Output(name.equals(STANDARD) ? null : Path.of(name).toAbsolutePath());
  }

  /** Writes, and says how much. */
  @FunctionalInterface
  interface Writing<E extends Exception> {
    long to(OutputStream out) throws IOException, E;
  }

  /** As far as it can be told before. */
  boolean canBeWritten() {
    return file == null || canBeWritten(file);
  }

  static boolean canBeWritten(Path file) {
    if (Files.exists(file)) {
      return !Files.isDirectory(file) && Files.isWritable(file);
    }
    Path folder = file.toAbsolutePath().getParent();
    return folder != null && Files.isDirectory(folder) && Files.isWritable(folder);
  }

  <E extends Exception> long write(Writing<E> writing) throws IOException, E {
    if (file == null) {
      // Not System.out, which keeps to itself that a disk is full.
      return through(new FileOutputStream(FileDescriptor.out), writing);
    }
    return Files.exists(file) && !Files.isRegularFile(file)
        ? intoPipe(file, writing)
        : asWhole(file, writing);
  }

  /** Into a pipe or a device, which a file must not take the place of. */
  private static <E extends Exception> long intoPipe(Path pipe, Writing<E> writing)
      throws IOException, E {
    try (var stream = Files.newOutputStream(pipe, StandardOpenOption.WRITE)) {
      return through(stream, writing);
    }
  }

  /** Under its name the file is there when it is whole. */
  private static <E extends Exception> long asWhole(Path file, Writing<E> writing)
      throws IOException, E {
    Path part = file.resolveSibling(".%s-%s.part".formatted(file.getFileName(), UUID.randomUUID()));
    try {
      long written;
      try (var stream = Files.newOutputStream(part, StandardOpenOption.CREATE_NEW)) {
        written = through(stream, writing);
      }
      Files.move(part, file, StandardCopyOption.REPLACE_EXISTING);
      return written;
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static <E extends Exception> long through(OutputStream stream, Writing<E> writing)
      throws IOException, E {
    var buffered = new BufferedOutputStream(stream, BUFFER);
    long written = writing.to(buffered);
    buffered.flush();
    return written;
  }

  @Override
  public String toString() {
    return file == null ? "the standard output" : file.toString();
  }
}
