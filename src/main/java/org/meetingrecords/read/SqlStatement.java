package org.meetingrecords.read;

import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postgresql.PGStatement;

/**
 * A statement ready to run.
 *
 * @param text SQL with {@code ?} for each value
 * @param values in their order
 * @param plannedForValues whether it is planned each time, for its values, rather than once for any
 */
record SqlStatement(String text, List<@Nullable Object> values, boolean plannedForValues) {

  PreparedStatement prepare(Connection connection) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(text);
    if (plannedForValues) {
      // The driver then names no statement that the server could keep a plan of.
      statement.unwrap(PGStatement.class).setPrepareThreshold(0);
    }
    for (int i = 0; i < values.size(); i++) {
      set(statement, i + 1, values.get(i));
    }
    return statement;
  }

  /** Runs it and gives its single value, which is JSON; null where there is none. */
  @Nullable Json json(Connection connection) throws SQLException {
    try (PreparedStatement prepared = prepare(connection);
        ResultSet rows = prepared.executeQuery()) {
      byte[] value = rows.next() ? rows.getBytes(1) : null;
      return value == null ? null : new Json(value);
    }
  }

  private static void set(PreparedStatement statement, int index, @Nullable Object value)
      throws SQLException {
    if (value instanceof List<?> list) {
      String element = list.stream().anyMatch(Number.class::isInstance) ? "bigint" : "text";
      Array array = statement.getConnection().createArrayOf(element, list.toArray());
      statement.setArray(index, array);
    } else {
      statement.setObject(index, value);
    }
  }
}
