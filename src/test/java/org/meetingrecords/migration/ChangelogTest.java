package org.meetingrecords.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meetingrecords.RunningApplication;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.embedded.DatabaseUnavailable;

class ChangelogTest {

  private Address address;

  @BeforeEach
  void emptyDatabase() {
    address = TestDatabase.empty("migration");
  }

  @Test
  void appliesEachChangeOnceWhenTwoMigrateAtOnce() throws Exception {
    // Two processes, as Liquibase shares its state within one.
    try (var one = start();
        var other = start()) {
      assertThat(one.end()).isZero();
      assertThat(other.end()).isZero();
      assertThat(one.output() + other.output())
          .contains("database is at 2_slow, 2 changes applied")
          .contains("database is at 2_slow, 0 changes applied");
    }
    assertThat(value("select count(*) from one")).isEqualTo("1");
  }

  @Test
  void healsAMigrationThatWasKilled() throws Exception {
    try (var killed = start()) {
      // Not the question itself, whose session may still be on its way out.
      while (value(
              "select count(*) from pg_stat_activity where query like '%pg_sleep(1)%'"
                  + " and query not like '%pg_stat_activity%' and datname = current_database()")
          .equals("0")) {
        Thread.sleep(10);
      }
      killed.kill();
    }
    assertThat(value("select locked::text from databasechangeloglock")).isEqualTo("true");
    assertThat(Migrates.migrate(address)).isEqualTo(new Migration("2_slow", 1));
    assertThat(value("select count(*) from one")).isEqualTo("1");
  }

  @Test
  void refusesADatabaseThatIsNewer() throws Exception {
    Migrates.migrate(address);
    value("update databasechangelog set id = '3_later' where id = '2_slow' returning id");
    assertThatThrownBy(() -> Migrates.migrate(address))
        .isInstanceOf(DatabaseUnavailable.class)
        .hasMessageContaining("newer than this application: it holds the change 3_later");
  }

  private RunningApplication start() {
    return RunningApplication.start(
        Migrates.class, true, Map.of(), address.url(), address.username(), address.password());
  }

  private String value(String sql) throws Exception {
    try (var connection = address.connect();
        var statement = connection.createStatement();
        var row = statement.executeQuery(sql)) {
      row.next();
      return row.getString(1);
    }
  }
}
