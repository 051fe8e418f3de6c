package org.meetingrecords.importing.loading;

import java.sql.SQLException;
import org.meetingrecords.importing.files.Place;

/** Rows of the files that say what another row said already. */
final class Repeats {

  private static final String IN_THE_FILES = "this %s is in %s already";
  private static final String IN_THE_DATABASE = "this %s and that of %s are one in the database";

  private final Sql sql;
  private final Loader loader;

  Repeats(Sql sql, Loader loader) {
    this.sql = sql;
    this.loader = loader;
  }

  /** Drops the records that come again under one key. */
  void drop(Stage stage) throws SQLException {
    drop(
        stage,
        """
        select later.n, later.file, later.line, first.file as first_file, first.line as first_line
        from stage_%1$s later
        join (select key, min(n) as n from stage_%1$s group by key having count(*) > 1) same
          on same.key = later.key and same.n < later.n
        join stage_%1$s first on first.n = same.n
        """,
        IN_THE_FILES);
  }

  /** Drops the records of several keys that are one in the database, but for the first of them. */
  void dropSame(Stage stage) throws SQLException {
    drop(
        stage,
        """
        select later.n, later.file, later.line, first.file as first_file, first.line as first_line
        from (
          select stage.n, stage.file, stage.line,
            first_value(stage.n) over (partition by own.id order by stage.n) as first_n
          from stage_%1$s stage
          join import_key own on own.type = '%1$s' and own.key = stage.key) later
        join stage_%1$s first on first.n = later.first_n
        where later.n > later.first_n
        """,
        IN_THE_DATABASE);
  }

  private void drop(Stage stage, String later, String message) throws SQLException {
    String table = stage.shape().table();
    sql.run("/* Repeats.drop */ drop table if exists repeat_" + table);
    sql.run(
        "/* Repeats.drop */ create temporary table repeat_%s on commit drop as %s"
            .formatted(table, later.formatted(table)));
    reject(stage, message);
    sql.run(
        "/* Repeats.drop */ delete from stage_%1$s where n in (select n from repeat_%1$s)"
            .formatted(table));
  }

  /**
   * @param message with a place for the kind of record and one for where the first of them is
   */
  private void reject(Stage stage, String message) throws SQLException {
    if (stage.mayRepeat()) {
      return;
    }
    String table = stage.shape().table();
    try (var statement = sql.connection().createStatement();
        var rows =
            statement.executeQuery(
                "/* Repeats.reject */ select file, line, first_file, first_line from repeat_%s order by n"
                    .formatted(table))) {
      while (rows.next()) {
        Place place = loader.place(rows.getInt(1), rows.getLong(2));
        Place first = loader.place(rows.getInt(3), rows.getLong(4));
        loader.reject(
            place,
            message.formatted(
                table.replace('_', ' '),
                first.file().equals(place.file()) ? "line " + first.line() : first),
            "");
      }
    }
  }

  /** Drops the rows that say again what another row of the files said. */
  void drop(Stage stage, boolean pointedAt) throws SQLException {
    String table = stage.shape().table();
    String key = String.join(", ", stage.shape().keyOf("merged"));
    sql.run(
        """
        /* Repeats.drop */
        create temporary table repeat_%1$s on commit drop as
        select n, id, file, line, first_id, first_file, first_line from (
          select n, id, file, line, first_value(id) over same as first_id,
            first_value(file) over same as first_file, first_value(line) over same as first_line,
            row_number() over same as turn
          from merged_%1$s merged
          where (%2$s) in (select %2$s from merged_%1$s merged group by %2$s having count(*) > 1)
          window same as (partition by %2$s order by n)) numbered
        where turn > 1
        """
            .formatted(table, key));
    reject(stage, IN_THE_FILES);
    if (pointedAt) {
      // Whoever points at the repeated row points at the first one.
      sql.run(
          """
          /* Repeats.drop */
          insert into import_key
          select distinct '%1$s', merged.key, repeat.first_id
          from repeat_%1$s repeat join merged_%1$s merged on merged.n = repeat.n
          where merged.key is not null and not exists (
            select from merged_%1$s other where other.key = merged.key and other.n < merged.n)
          """
              .formatted(table));
    }
    sql.run(
        "/* Repeats.drop */ delete from merged_%1$s where n in (select n from repeat_%1$s)"
            .formatted(table));
  }
}
