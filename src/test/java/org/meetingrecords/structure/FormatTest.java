package org.meetingrecords.structure;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.googlejavaformat.java.Formatter;
import com.google.googlejavaformat.java.ImportOrderer;
import com.google.googlejavaformat.java.JavaFormatterOptions.Style;
import com.google.googlejavaformat.java.RemoveUnusedImports;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.meetingrecords.BesideOthers;

/**
 * All Java is in google-java-format. {@code mvn test -Dtest=FormatTest -Dformat=write} puts it so.
 *
 * <p>It runs as a test because the formatter needs the JDK that the sources are for, and Maven may
 * run on an older one.
 */
@BesideOthers
class FormatTest {

  @Test
  void everyFileIsFormatted() throws Exception {
    boolean write = "write".equals(System.getProperty("format"));
    var formatter = new Formatter();
    var unformatted = new ArrayList<Path>();
    for (Path file : sources()) {
      String source = Files.readString(file);
      String formatted =
          formatter.formatSource(
              RemoveUnusedImports.removeUnusedImports(
                  ImportOrderer.reorderImports(source, Style.GOOGLE)));
      if (!formatted.equals(source)) {
        if (write) {
          Files.writeString(file, formatted);
        } else {
          unformatted.add(file);
        }
      }
    }
    assertThat(unformatted).as("mvn test -Dtest=FormatTest -Dformat=write formats them").isEmpty();
  }

  private static List<Path> sources() throws Exception {
    try (Stream<Path> files = Files.walk(Path.of("src"))) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }
}
