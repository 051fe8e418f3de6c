package org.meetingrecords.importing.loading;

import java.sql.SQLException;
import java.util.Locale;

/** Tells the records that are new from those that the database has. */
final class NewRecords {

  private final Sql sql;
  private final Repeats repeats;

  NewRecords(Sql sql, Repeats repeats) {
    this.sql = sql;
    this.repeats = repeats;
  }

  /**
   * Gives each record its id: the one it has, or a new one with a slug that is free.
   *
   * @param identifiers whether the files have identifiers beside the keys of records
   */
  void find(Stage stage, boolean identifiers) throws SQLException {
    String table = stage.shape().table();
    String type = "'" + table.toUpperCase(Locale.ROOT) + "'";
    repeats.drop(stage);
    if (identifiers) {
      findByIdentifiers(table, type);
    }
    findByKey(table, type);
    repeats.dropSame(stage);
    tellFresh(table);
    giveSlugs(table, type);
    giveIds(table);
  }

  /** Whatever its slug is here, what carries the identifier is the record. */
  private void findByIdentifiers(String table, String type) throws SQLException {
    sql.run(
        """
        /* NewRecords.findByIdentifiers */
        insert into import_key
        select distinct on (stage.key) '%1$s', stage.key, identifier.record_id
        from stage_%1$s stage
        join stage_identifier named on named.record_table = '%1$s' and named.record_id = stage.key
        join identifier on identifier.record_type = %2$s
          and identifier.scheme = named.scheme and identifier.value = named.value
        order by stage.key, named.n
        """
            .formatted(table, type));
  }

  private void findByKey(String table, String type) throws SQLException {
    sql.run(
        """
        /* NewRecords.findByKey */
        insert into import_key
        select '%1$s', stage.key, coalesce(
            case when position('=' in stage.key) > 0 then identifier.record_id else record.id end)
        from stage_%1$s stage
        left join identifier on identifier.record_type = %2$s
          and identifier.scheme = split_part(stage.key, '=', 1)
          and identifier.value = substr(stage.key, position('=' in stage.key) + 1)
        left join record on record.type = %2$s and record.slug = stage.key
        where coalesce(
            case when position('=' in stage.key) > 0 then identifier.record_id else record.id end) is not null
          and not exists (
            select from import_key where import_key.type = '%1$s' and import_key.key = stage.key)
        """
            .formatted(table, type));
  }

  /** Those that are new, with the slugs they would like to have. */
  private void tellFresh(String table) throws SQLException {
    sql.run(
        """
        /* NewRecords.tellFresh */
        create temporary table fresh_%1$s on commit drop as
        select stage.n, stage.key, stage.slug as wanted, null::bigint as id, stage.slug::text as slug,
          row_number() over (partition by stage.slug order by stage.n) as turn
        from stage_%1$s stage
        where not exists (
          select from import_key where import_key.type = '%1$s' and import_key.key = stage.key)
        """
            .formatted(table));
    sql.run(
        "/* NewRecords.tellFresh */ update fresh_%1$s set slug = case when turn = 1 then wanted else wanted || '-' || turn end"
            .formatted(table));
    sql.run("/* NewRecords.tellFresh */ analyze fresh_" + table);
  }

  /** A slug that another has gets the next number, until none is taken. */
  private void giveSlugs(String table, String type) throws SQLException {
    int taken;
    do {
      taken =
          sql.run(
              """
              /* NewRecords.giveSlugs */
              update fresh_%1$s set turn = turn + 1, slug = wanted || '-' || (turn + 1)
              from (
                select fresh.n from fresh_%1$s fresh
                join record on record.type = %2$s and record.slug = fresh.slug
                union
                select later.n from fresh_%1$s later
                join fresh_%1$s earlier on earlier.slug = later.slug and earlier.n < later.n) taken
              where fresh_%1$s.n = taken.n
              """
                  .formatted(table, type));
    } while (taken > 0);
  }

  private void giveIds(String table) throws SQLException {
    sql.run(
        """
        /* NewRecords.giveIds */
        update fresh_%1$s set id = numbered.id
        from (select n, nextval('record_id') as id from (select n from fresh_%1$s order by n) ordered) numbered
        where fresh_%1$s.n = numbered.n
        """
            .formatted(table));
    sql.run(
        "/* NewRecords.giveIds */ insert into import_key select '%1$s', key, id from fresh_%1$s"
            .formatted(table));
  }

  /**
   * Lets links name the records of the files by any of the identifiers that the files give them.
   */
  void alias() throws SQLException {
    sql.run(
        """
        /* NewRecords.alias */
        insert into import_key
        select distinct on (1, 2) named.record_table, named.scheme || '=' || named.value, own.id
        from stage_identifier named
        join import_key own on own.type = named.record_table and own.key = named.record_id
        where not exists (
          select from import_key
          where import_key.type = named.record_table and import_key.key = named.scheme || '=' || named.value)
        order by 1, 2, named.n
        """);
  }
}
