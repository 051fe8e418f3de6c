package org.meetingrecords;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;

/** Data folders for tests that need one of their own. */
public final class TestFolders {

  private TestFolders() {}

  /** An empty data folder, but for the programs, which take seconds to unpack. */
  public static Path fresh(String name) {
    try {
      TestDatabase.address();
      Path folder = bare(name);
      Files.createDirectories(folder);
      Path programs = Path.of("target", "test-database", "programs").toAbsolutePath();
      if (Files.exists(programs)) {
        Files.createSymbolicLink(folder.resolve("programs"), programs);
      }
      return folder;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** A data folder that is not there. */
  public static Path bare(String name) {
    try {
      Path folder = Path.of("target", "test-folders", name).toAbsolutePath();
      // Under root's home the cluster is elsewhere, and would be left behind at every run.
      delete(home(folder));
      delete(folder);
      return folder;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  /** Where a data folder's cluster is. */
  public static Path home(Path folder) throws IOException {
    Path pointer = folder.resolve("home");
    return Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : folder;
  }

  private static void delete(Path folder) throws IOException {
    if (!Files.exists(folder)) {
      return;
    }
    Files.walkFileTree(
        folder,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.deleteIfExists(file);
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult postVisitDirectory(Path visited, IOException fault)
              throws IOException {
            Files.deleteIfExists(visited);
            return FileVisitResult.CONTINUE;
          }
        });
  }
}
