package org.meetingrecords.export;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.datasource.init.ScriptUtils;
import org.springframework.test.context.DynamicPropertyRegistry;

/** A database of its own, with the sample records and awkward ones. */
final class ExportingDatabase {
  static final Address ADDRESS = TestDatabase.migrated("exported");

  private ExportingDatabase() {}

  static void name(DynamicPropertyRegistry properties) {
    TestDatabase.name(ADDRESS, properties);
  }

  static Map<String, String> environment() {
    return TestDatabase.environment(ADDRESS);
  }

  /** Once the application has migrated; again is nothing. */
  static void load() throws SQLException {
    if (count("select count(*) from forum where slug = 'awkward'") == 0) {
      try (Connection connection = ADDRESS.connect()) {
        ScriptUtils.executeSqlScript(connection, new ClassPathResource("export/awkward.sql"));
      }
    }
  }

  static long count(String sql) throws SQLException {
    return Long.parseLong(texts(sql).getFirst());
  }

  /** The first column of each row. */
  static List<String> texts(String sql) throws SQLException {
    try (Connection connection = ADDRESS.connect();
        var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      var texts = new ArrayList<String>();
      while (rows.next()) {
        texts.add(rows.getString(1));
      }
      return texts;
    }
  }

  /** Ends what exports do in the database, as if it had died under them. */
  static long killExports() throws SQLException {
    return count(
        "select count(pg_terminate_backend(pid)) from pg_stat_activity"
            + " where application_name = 'meeting-records exporting' and datname = current_database()");
  }

  /** How many exports are in a transaction. */
  static long exporting() throws SQLException {
    return count(
        "select count(*) from pg_stat_activity where xact_start is not null"
            + " and application_name = 'meeting-records exporting' and datname = current_database()");
  }
}
