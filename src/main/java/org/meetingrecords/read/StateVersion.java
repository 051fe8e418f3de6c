package org.meetingrecords.read;

import java.sql.Connection;
import java.sql.SQLException;

/**
 * Names the state of the database that a transaction sees. PostgreSQL's own snapshot decides what
 * is visible, so equal snapshots are equal records, and nothing has to be counted or kept in step.
 * Not so on a standby, whose snapshots do not tell which transactions still run on the primary:
 * there each has a name of its own.
 */
final class StateVersion {
  private static final String READ =
      """
      /* StateVersion.read */
      select pg_snapshot_xmax(pg_current_snapshot())::text || '-' || left(md5(concat_ws(' ',
        (select system_identifier from pg_control_system()),
        (select oid from pg_database where datname = current_database()),
        pg_current_snapshot(),
        case when pg_is_in_recovery() then gen_random_uuid() end)), 8)
      """;

  private StateVersion() {}

  static String read(Connection connection) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(READ)) {
      rows.next();
      return rows.getString(1);
    }
  }
}
