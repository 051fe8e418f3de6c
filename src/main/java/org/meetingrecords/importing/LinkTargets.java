package org.meetingrecords.importing;

import java.sql.SQLException;

/** Follows the links of staged rows to what they name. */
final class LinkTargets {

  private final Sql sql;
  private final Loader loader;

  LinkTargets(Sql sql, Loader loader) {
    this.sql = sql;
    this.loader = loader;
  }

  /**
   * Finds the records that are not in the files but in the database, and rejects what is nowhere.
   */
  void resolve(Stage stage) throws SQLException {
    Shape shape = stage.shape();
    for (String column : stage.columns()) {
      if (column.equals(Stage.RECORD_TABLE)) {
        continue;
      }
      String target = shape.target(column).orElse("");
      if (target.isEmpty()) {
        continue;
      }
      boolean any = target.equals("record");
      String type = any ? "stage." + Stage.RECORD_TABLE : "'" + target + "'";
      String missing =
          """
          from (select distinct %1$s as type, "%2$s" as key from stage_%3$s stage where "%2$s" is not null) stage
          where not exists (
            select from import_key where import_key.type = stage.type and import_key.key = stage.key)
          """
              .formatted(type, column, shape.table());
      sql.run(
          """
          insert into import_key
          select stage.type, stage.key, found.id
          from (select * %1$s) stage, lateral (
            select record_id as id from identifier
            where position('=' in stage.key) > 0 and record_type = upper(stage.type)
              and scheme = split_part(stage.key, '=', 1)
              and value = substr(stage.key, position('=' in stage.key) + 1)
            union all
            select id from record where type = upper(stage.type) and slug = stage.key) found
          """
              .formatted(missing));
      rejectStaged(
          stage,
          """
          "%1$s" is not null and not exists (
            select from import_key where import_key.type = %2$s and import_key.key = stage."%1$s")
          """
              .formatted(column, type),
          "'there is no ' || replace(%s, '_', ' ') || ' \"' || stage.\"%s\" || '\"'"
              .formatted(type, column));
    }
  }

  private void rejectStaged(Stage stage, String condition, String reason) throws SQLException {
    String table = "stage_" + stage.shape().table();
    try (var statement = sql.connection().createStatement();
        var rows =
            statement.executeQuery(
                "select file, line, %s, coalesce(key, '') from %s stage where %s order by n"
                    .formatted(reason, table, condition))) {
      boolean found = false;
      while (rows.next()) {
        found = true;
        loader.reject(
            loader.place(rows.getInt(1), rows.getLong(2)), rows.getString(3), rows.getString(4));
      }
      if (!found) {
        return;
      }
    }
    sql.run("delete from %s stage where %s".formatted(table, condition));
  }
}
