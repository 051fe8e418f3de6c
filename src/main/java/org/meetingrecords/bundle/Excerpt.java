package org.meetingrecords.bundle;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongConsumer;

/**
 * Some records as a bundle, with all that they refer to, so that it can be imported where none of
 * them is. Needs no more rights than to read: what belongs to the excerpt is kept here, as ids.
 * Lines that point at others come before these, as far as types allow.
 */
public final class Excerpt {

  /** How many lines are looked through at once for what they point at. */
  private static final int LINES_AT_ONCE = 1_000;

  /** How many lines, which may be long, are in memory at once. */
  private static final int LINES_FETCHED = 10;

  private static final int ROWS_AT_ONCE = 10_000;
  private static final int BUFFER = 1 << 16;
  private static final Long[] NONE = {};

  private final Connection connection;
  private final Layout layout;
  private final LineSql lines;
  private final ReferenceSql references;
  private final Map<String, Ids> found = new HashMap<>();
  private boolean whole;

  /**
   * @param connection in a transaction that sees one state of the database throughout
   */
  public Excerpt(Connection connection) throws SQLException {
    this.connection = connection;
    this.layout = Layout.of(connection);
    this.lines = new LineSql(layout, this::key);
    this.references = new ReferenceSql(layout);
  }

  /** Takes a row in, and with it the record in whose line it stands. */
  public void add(String table, long id) {
    ids(table).add(id);
  }

  /** Takes everything in. */
  public void addAll() throws SQLException {
    whole = true;
    for (BundleType type : layout.lines().values()) {
      if (layout.hasId(type.table())) {
        find("/* Excerpt.all */ select '%1$s', id from \"%1$s\"".formatted(type.table()), NONE);
      }
    }
  }

  /**
   * Writes the lines.
   *
   * @param watcher is told after each line how many there were
   * @return how many lines
   */
  public long write(OutputStream target, LongConsumer watcher) throws SQLException, IOException {
    var out = new BufferedOutputStream(target, BUFFER);
    for (String table : List.copyOf(found.keySet())) {
      if (!layout.hasLines(table)) {
        findLines(table);
      }
    }
    long written = 0;
    for (var next = last(); next.isPresent(); next = last()) {
      BundleType type = next.get();
      Long[] some = ids(type.table()).take(LINES_AT_ONCE);
      written = copy(type, lines.some(type), some, out, written, watcher);
      if (!whole) {
        find("/* Excerpt.references */ " + references.from(type), some);
      }
    }
    for (BundleType type : layout.lines().values()) {
      // What has no ids is little, such as the schemes of identifiers, and of use to any record.
      if (!layout.hasId(type.table())) {
        written = copy(type, lines.lines(type), NONE, out, written, watcher);
      }
    }
    return written;
  }

  /** The last type of which lines are left: what it points at has mostly its lines before it. */
  private Optional<BundleType> last() {
    return layout.lines().reversed().values().stream()
        .filter(type -> !ids(type.table()).isEmpty())
        .findFirst();
  }

  private Ids ids(String table) {
    return found.computeIfAbsent(table, name -> new Ids());
  }

  private void findLines(String table) throws SQLException {
    Ids rows = ids(table);
    while (!rows.isEmpty()) {
      find("/* Excerpt.lines */ " + references.lines(table), rows.take(ROWS_AT_ONCE));
    }
  }

  private long copy(
      BundleType type, String sql, Long[] ids, OutputStream out, long before, LongConsumer watcher)
      throws SQLException, IOException {
    long written = before;
    String named = "/* Excerpt.%s */ %s".formatted(type.name().toLowerCase(Locale.ROOT), sql);
    try (var statement = prepared(named, ids, LINES_FETCHED);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        out.write(rows.getBytes(1));
        out.write('\n');
        watcher.accept(++written);
      }
    }
    out.flush();
    return written;
  }

  private void find(String sql, Long[] ids) throws SQLException {
    try (var statement = prepared(sql, ids, ROWS_AT_ONCE);
        var rows = statement.executeQuery()) {
      while (rows.next()) {
        add(rows.getString(1), rows.getLong(2));
      }
    }
  }

  private PreparedStatement prepared(String sql, Long[] ids, int fetched) throws SQLException {
    PreparedStatement statement = connection.prepareStatement(sql);
    statement.setFetchSize(fetched);
    if (ids.length > 0) {
      statement.setArray(1, connection.createArrayOf("bigint", ids));
    }
    return statement;
  }

  /** The slug of what the row belongs to, for people, and its number, so that no other has it. */
  private String key(String table, String id) {
    var owner = layout.owner(table);
    return """
        (select record.slug || '/' || own.id from "%s" own join record on record.id = own.%s \
        where own.id = %s)"""
        .formatted(table, owner.column(), id);
  }
}
