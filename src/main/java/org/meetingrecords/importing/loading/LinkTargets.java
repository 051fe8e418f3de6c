package org.meetingrecords.importing.loading;

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
    boolean again;
    do {
      again = false;
      for (String column : stage.columns()) {
        if (column.equals(Stage.RECORD_TABLE)) {
          continue;
        }
        var target = stage.shape().target(column);
        if (target.isPresent() && !resolve(stage, column, target.get())) {
          // Rows of this table may have pointed at those that are gone now.
          again |= target.get().equals(stage.shape().table());
        }
      }
    } while (again);
  }

  private boolean resolve(Stage stage, String column, String target) throws SQLException {
    String table = stage.shape().table();
    String type = target.equals("record") ? "stage." + Stage.RECORD_TABLE : "'" + target + "'";
    String reason =
        "'there is no ' || replace(coalesce(%s, 'record'), '_', ' ') || ' \"' || stage.\"%s\" || '\"'"
            .formatted(type, column);
    if (stage.shape().pointsAtItself(column)) {
      return reject(
          stage,
          """
          "%1$s" is not null and not exists (select from stage_%2$s other where other.key = stage."%1$s")
          """
              .formatted(column, table),
          reason);
    }
    sql.run(
        """
        /* LinkTargets.resolve */
        insert into import_key
        select stage.type, stage.key, found.id
        from (
          select distinct %1$s as type, "%2$s" as key from stage_%3$s stage where "%2$s" is not null) stage,
        lateral (
          select record_id as id from identifier
          where position('=' in stage.key) > 0 and record_type = upper(stage.type)
            and scheme = split_part(stage.key, '=', 1)
            and value = substr(stage.key, position('=' in stage.key) + 1)
          union all
          select id from record where type = upper(stage.type) and slug = stage.key) found
        where not exists (
          select from import_key where import_key.type = stage.type and import_key.key = stage.key)
        """
            .formatted(type, column, table));
    return reject(
        stage,
        """
        "%1$s" is not null and not exists (
          select from import_key where import_key.type = %2$s and import_key.key = stage."%1$s")
        """
            .formatted(column, type),
        reason);
  }

  /** Takes out the rows that a condition finds; says whether there were none. */
  private boolean reject(Stage stage, String condition, String reason) throws SQLException {
    String table = stage.shape().table();
    String forgotten =
        stage.shape().isRecord()
            ? """
              , unborn as (delete from fresh_%1$s where n in (select n from gone) returning id),
              unknown as (delete from import_key where type = '%1$s' and id in (select id from unborn))
              """
                .formatted(table)
            : "";
    try (var statement = sql.connection().createStatement();
        var rows =
            statement.executeQuery(
                """
                /* LinkTargets.reject */
                with gone as (
                  delete from stage_%1$s stage where %2$s
                  returning n, file, line, %3$s as reason, coalesce(key, '') as key)%4$s
                select file, line, reason, key from gone order by n
                """
                    .formatted(table, condition, reason, forgotten))) {
      boolean none = true;
      while (rows.next()) {
        none = false;
        loader.reject(
            loader.place(rows.getInt(1), rows.getLong(2)), rows.getString(3), rows.getString(4));
      }
      return none;
    }
  }
}
