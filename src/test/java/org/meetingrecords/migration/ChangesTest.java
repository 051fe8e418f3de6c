package org.meetingrecords.migration;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.integration.spring.SpringResourceAccessor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.springframework.core.io.DefaultResourceLoader;

/** How the files in {@code db/} are written, and that each change can be taken back. */
class ChangesTest {

  /** What PostgreSQL, Liquibase and the extensions did not bring. */
  private static final String OURS =
      """
      select coalesce(string_agg(kind || ' ' || name, ', ' order by kind, name), '') from (
        select 'relation' as kind, relname as name, oid, relnamespace as namespace from pg_class
        where relkind in ('r', 'v', 'S') and relname not like 'databasechangelog%'
        union all select 'function', proname, oid, pronamespace from pg_proc
        union all select 'domain', typname, oid, typnamespace from pg_type where typtype = 'd'
        union all select 'configuration', cfgname, oid, cfgnamespace from pg_ts_config) object
      where namespace = 'public'::regnamespace
        and not exists (select from pg_depend where objid = object.oid and deptype = 'e')
      """;

  /**
   * The last change that cannot be taken back: its rollback has semicolons in dollar quotes, at
   * which Liquibase parts it, and it has landed.
   */
  private static final String LASTING = "20261123_63_text_configurations";

  private static final String AFTER_IT =
      """
      select count(*) from databasechangelog
      where orderexecuted > (select orderexecuted from databasechangelog where id = '%s')
      """
          .formatted(LASTING);

  static List<Path> files() throws IOException {
    try (var files = Files.walk(Path.of("db"))) {
      return files.filter(file -> file.toString().endsWith(".sql")).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void oneChangeAFileWithCommentAndRollback(Path file) throws IOException {
    String name = file.getFileName().toString().replaceFirst("\\.sql$", "");
    var lines = Files.readAllLines(file);
    assertThat(lines.getFirst()).isEqualTo("--liquibase formatted sql");
    assertThat(starting(lines, "--changeset "))
        .singleElement()
        .asString()
        .matches("--changeset meeting-records:" + name + "( .*)?");
    assertThat(starting(lines, "--comment: ")).singleElement().asString().endsWith(".");
    assertThat(starting(lines, "--rollback ")).isNotEmpty();
    if (file.startsWith("db/changelog")) {
      assertThat(name).matches("\\d{8}_\\d{2}_[a-z0-9_]+").startsWith(year(file));
    } else {
      assertThat(starting(lines, "--changeset ").getFirst()).contains(" runOnChange:true");
    }
  }

  private static String year(Path file) {
    return file.getParent().getFileName().toString();
  }

  private static List<String> starting(List<String> lines, String beginning) {
    return lines.stream().filter(line -> line.startsWith(beginning)).toList();
  }

  @Test
  void changesCanBeTakenBackAndMadeAgain() throws Exception {
    Address address = TestDatabase.empty("taken_back");
    var changelog = new Changelog(new DefaultResourceLoader());
    changelog.migrate(address);
    String made = value(address, OURS);
    int changes = Integer.parseInt(value(address, AFTER_IT));
    assertThat(changes).isGreaterThan(25);
    Scope.child(Changelog.quietly(), () -> takeBack(address, changes));
    assertThat(value(address, AFTER_IT)).isEqualTo("0");
    assertThat(value(address, OURS)).contains("relation statement,").doesNotContain("stretch");
    assertThat(changelog.migrate(address).applied()).isEqualTo(changes);
    assertThat(value(address, OURS)).isEqualTo(made);
  }

  private static void takeBack(Address address, int changes) throws Exception {
    try (var connection = address.connect()) {
      var database = new PostgresDatabase();
      database.setConnection(new JdbcConnection(connection));
      new Liquibase(
              "db/changelog.yaml",
              new SpringResourceAccessor(new DefaultResourceLoader()),
              database)
          .rollback(changes, (String) null, new Contexts(), new LabelExpression());
    }
  }

  private static String value(Address address, String sql) throws SQLException {
    try (var connection = address.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
