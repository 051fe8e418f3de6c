package org.meetingrecords.importing;

import java.sql.Connection;
import java.sql.SQLException;
import org.meetingrecords.importing.loading.Report;

/**
 * The row that tells what became of an import. One that never ended runs still, or broke off.
 *
 * @param id its number in {@code import_run}
 */
record ImportRun(long id) {

  /** Seen by others at once. */
  static ImportRun begin(Connection connection, String format) throws SQLException {
    String insert =
        """
        /* ImportRun.begin */
        insert into import_run (format) values (?) returning id
        """;
    try (var statement = connection.prepareStatement(insert)) {
      statement.setString(1, format);
      try (var row = statement.executeQuery()) {
        row.next();
        return new ImportRun(row.getLong(1));
      }
    }
  }

  /** Seen by others with all that was imported, where it was kept. */
  void end(Connection connection, boolean kept, Report report) throws SQLException {
    String update =
        """
        /* ImportRun.end */
        update import_run set ended = clock_timestamp(), kept = ?, rows_read = ?, rows_created = ?,
          rows_changed = ?, rows_rejected = ?
        where id = ?
        """;
    Report.Sum rows = report.sum();
    try (var statement = connection.prepareStatement(update)) {
      statement.setBoolean(1, kept);
      statement.setLong(2, rows.read());
      statement.setLong(3, kept ? rows.created() : 0);
      statement.setLong(4, kept ? rows.changed() : 0);
      statement.setLong(5, rows.rejected());
      statement.setLong(6, id);
      statement.executeUpdate();
    }
  }
}
