package org.meetingrecords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Compares with an approved file. A file that is missing is written, and the test fails so that
 * somebody looks at it; delete one to have it written anew.
 */
public final class Approved {
  private static final Path RESOURCES = Path.of("src", "test", "resources");

  private Approved() {}

  public static void check(String name, String found) throws IOException {
    Path file = RESOURCES.resolve(name);
    if (Files.notExists(file)) {
      Files.createDirectories(file.getParent());
      Files.writeString(file, found);
      throw new AssertionError(file + " was missing and is written now: look at it, then keep it");
    }
    assertThat(found).as(file.toString()).isEqualTo(Files.readString(file));
  }
}
