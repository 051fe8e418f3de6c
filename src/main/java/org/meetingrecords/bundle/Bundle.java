package org.meetingrecords.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import org.meetingrecords.bundle.BundleField.Parts;
import org.postgresql.copy.CopyManager;
import org.postgresql.core.BaseConnection;

/**
 * The whole database as a bundle: NDJSON, a record a line. All of it is read in one snapshot, and
 * PostgreSQL writes the lines, so that nothing but the line on its way is held in memory. Two
 * databases that say the same make the same bytes.
 */
public final class Bundle {

  /** What files of a bundle end in. */
  public static final String ENDING = ".ndjson";

  // JSON holds no control characters as they are, so no line is ever quoted.
  private static final String COPY =
      "copy (\n%s) to stdout (format csv, delimiter e'\\x02', quote e'\\x01')";

  private static final String KEY = "(select key.key from bundle_key_%1$s key where key.id = %2$s)";

  private final Connection connection;
  private final Layout layout;
  private final LineSql lines;

  private Bundle(Connection connection) throws SQLException {
    this.connection = connection;
    this.layout = Layout.of(connection);
    this.lines = new LineSql(layout, KEY::formatted);
  }

  /**
   * Writes all lines one after another.
   *
   * @param connection in no transaction
   * @return how many lines
   */
  public static long write(Connection connection, OutputStream out)
      throws SQLException, IOException {
    return inSnapshot(
        connection,
        bundle -> {
          long lines = 0;
          for (BundleType type : bundle.layout.lines().values()) {
            lines += bundle.copy(type, out);
          }
          return lines;
        });
  }

  /**
   * Writes a file for each type of which there is anything, such as {@code treaty-action.ndjson}.
   *
   * @param connection in no transaction
   * @return how many lines
   */
  public static long write(Connection connection, Path folder) throws SQLException, IOException {
    return inSnapshot(
        connection,
        bundle -> {
          Files.createDirectories(folder);
          long all = 0;
          for (BundleType type : bundle.layout.lines().values()) {
            Path file = folder.resolve(type.table().replace('_', '-') + ENDING);
            long lines;
            try (var out = Files.newOutputStream(file)) {
              lines = bundle.copy(type, out);
            }
            if (lines == 0) {
              Files.delete(file);
            }
            all += lines;
          }
          return all;
        });
  }

  private interface Writing {
    long of(Bundle bundle) throws SQLException, IOException;
  }

  private static long inSnapshot(Connection connection, Writing writing)
      throws SQLException, IOException {
    connection.setAutoCommit(false);
    connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
    try {
      try (var statement = connection.createStatement()) {
        statement.execute("/* Bundle.inSnapshot */ set local statement_timeout = 0");
        statement.execute("/* Bundle.inSnapshot */ set local jit = off");
        statement.execute("/* Bundle.inSnapshot */ set local datestyle = iso");
      }
      var bundle = new Bundle(connection);
      for (BundleType type : bundle.layout.lines().values()) {
        bundle.key(type);
      }
      return writing.of(bundle);
    } finally {
      if (!connection.isClosed()) {
        connection.rollback();
      }
    }
  }

  /**
   * Gives the rows of a type, and of the objects in its lines, the keys by which others name them:
   * their record's slug and their number in it.
   */
  private void key(BundleType type) throws SQLException {
    if (type.keyed()) {
      key(type.table());
    }
    for (BundleField field : type.fields()) {
      if (field instanceof Parts parts && parts.type().keyed()) {
        key(parts.type().table());
      }
    }
  }

  private void key(String table) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(
          """
          /* Bundle.keys */ create temporary table bundle_key_%1$s on commit drop as
          select own.id,
            record.slug || '/' || row_number() over (partition by own.%2$s order by own.id) as key
          from "%1$s" own join record on record.id = own.%2$s;
          create index on bundle_key_%1$s (id);
          analyze bundle_key_%1$s
          """
              .formatted(table, layout.owner(table).column()));
    }
  }

  private long copy(BundleType type, OutputStream out) throws SQLException, IOException {
    String sql = COPY.formatted(lines.lines(type));
    return new CopyManager(connection.unwrap(BaseConnection.class))
        .copyOut("/* Bundle.%s */ %s".formatted(type.name().toLowerCase(Locale.ROOT), sql), out);
  }
}
