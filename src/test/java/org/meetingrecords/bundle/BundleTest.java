package org.meetingrecords.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.meetingrecords.Approved;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.importing.Import;
import org.meetingrecords.importing.files.Progress;
import org.meetingrecords.sdl.WrittenSchema;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** A bundle holds everything: out of one database and into another, both say the same. */
@BesideOthers
class BundleTest {

  /** What triggers make of the rest, so that it is there after an import without being brought. */
  private static final List<String> DERIVED =
      List.of("statement_stretch", "stretch_configuration", "group_member");

  private static Address full;
  private static Address empty;

  @TempDir private Path folder;

  @BeforeAll
  static void fill() throws Exception {
    full = TestDatabase.migrated("bundle_full");
    empty = TestDatabase.migrated("bundle_empty");
    try (Connection connection = full.connect()) {
      ScriptUtils.executeSqlScript(connection, new ClassPathResource("read/records.sql"));
      ScriptUtils.executeSqlScript(connection, new ClassPathResource("bundle/rest.sql"));
    }
  }

  private static String imported(Path from) throws Exception {
    var report =
        new Import("bundle", List.of(from), false, false)
            .run(empty, Progress.on(new java.io.PrintWriter(java.io.Writer.nullWriter()), false));
    assertThat(report.isKept()).as(report.toString()).isTrue();
    return report.toString();
  }

  private static Path written(Address database, Path file) throws Exception {
    try (var connection = database.connect();
        var out = Files.newOutputStream(file)) {
      Bundle.write(connection, out);
    }
    return file;
  }

  @Test
  void holdsEveryColumnOfEveryTable() throws Exception {
    var contents = Contents.of(full);
    assertThat(contents.emptyColumns()).as("columns that no row of the test fills").isEmpty();
    try (var connection = full.connect()) {
      assertThat(contents.tables())
          .containsExactlyInAnyOrderElementsOf(
              Stream.concat(Layout.of(connection).tables().stream(), DERIVED.stream()).toList());
    }
    Path out = written(full, folder.resolve("out.ndjson"));
    imported(out);
    assertThat(Contents.of(empty).rows()).isEqualTo(contents.rows());
    assertThat(written(empty, folder.resolve("again.ndjson"))).hasSameBinaryContentAs(out);
    try (var connection = full.connect()) {
      Bundle.write(connection, folder.resolve("files"));
    }
    assertThat(imported(folder.resolve("files")).lines().takeWhile(line -> !line.isBlank()).skip(1))
        .allSatisfy(line -> assertThat(line).matches("[a-z ]+ +(\\d+) +0 +0 +\\1"));
    var lines = new ArrayList<String>();
    try (Stream<Path> files = Files.list(folder.resolve("files"))) {
      for (Path file : files.toList()) {
        lines.addAll(Files.readAllLines(file));
      }
    }
    assertThat(lines).containsExactlyInAnyOrderElementsOf(Files.readAllLines(out));
  }

  /** Delete the file and run this to have it written anew. */
  @Test
  void isDescribedByTheSchemaThatShips() throws Exception {
    try (var connection = full.connect()) {
      var words = WrittenSchema.load(new PathMatchingResourcePatternResolver()).registry();
      Approved.check(
          "../../main/resources/bundle.schema.json", BundleSchema.of(Layout.of(connection), words));
    }
  }
}
