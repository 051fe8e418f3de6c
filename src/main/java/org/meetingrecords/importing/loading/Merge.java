package org.meetingrecords.importing.loading;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Merges staged rows, whose links are known, into their tables. */
final class Merge {

  private final Sql sql;
  private final Report report;
  private final Collection<Stage> stages;
  private final Repeats repeats;
  private final Loader loader;

  Merge(Sql sql, Loader loader, Collection<Stage> stages, Repeats repeats) {
    this.sql = sql;
    this.loader = loader;
    this.report = loader.report();
    this.stages = stages;
    this.repeats = repeats;
  }

  /** Finds which staged rows are there already, and writes them all. */
  void apply(Stage stage) throws SQLException {
    var filled = new Filled(stage);
    if (stage.shape().isRecord()) {
      findRecords(stage.shape().table(), filled);
    } else {
      findRows(stage, filled);
    }
    write(stage, filled.columns());
  }

  private void findRecords(String table, Filled filled) throws SQLException {
    sql.run(
        """
        /* Merge.findRecords */
        create temporary table merged_%1$s on commit drop as
        select stage.n, stage.file, stage.line, stage.key, own.id, fresh.id is null as found,
          fresh.slug as fresh_slug, %2$s
        from stage_%1$s stage
        join import_key own on own.type = '%1$s' and own.key = stage.key
        left join fresh_%1$s fresh on fresh.n = stage.n
        %3$s
        """
            .formatted(table, filled.selected(), filled.joins()));
  }

  private void findRows(Stage stage, Filled filled) throws SQLException {
    Shape shape = stage.shape();
    String table = shape.table();
    boolean several = shape.mayHaveSeveral();
    var here = shape.keyOf("stage");
    var there = shape.keyOf("kept");
    var same = new ArrayList<String>();
    for (int i = 0; i < here.size(); i++) {
      same.add(there.get(i) + " = " + here.get(i));
    }
    if (several) {
      same.add("kept.turn = stage.turn");
    }
    sql.run(
        """
        /* Merge.findRows */
        create temporary table merged_%1$s on commit drop as
        select %2$s, stage.*
        from (
          select staged.*, %3$s as turn
          from (
            select stage.n, stage.file, stage.line, stage.key, %4$s%5$s
            from stage_%1$s stage %6$s) staged) stage
        left join %7$s kept on %8$s
        """
            .formatted(
                table,
                shape.hasId()
                    ? "kept.id, kept.id is not null as found"
                    : "null::bigint as id, kept.\"%s\" is not null as found"
                        .formatted(shape.keyColumns().getFirst()),
                stage.counts() ? turn(shape, "staged", "n") : "1",
                filled.selected(),
                filled.empty(),
                filled.joins(),
                several
                    ? "(select id, %s, %s as turn from \"%s\" kept)"
                        .formatted(
                            shape.keyColumns().stream()
                                .map(column -> '"' + column + '"')
                                .collect(Collectors.joining(", ")),
                            turn(shape, "kept", "id"),
                            table)
                    : '"' + table + '"',
                String.join(" and ", same)));
    if (isPointedAt(table)) {
      sql.run(
          """
          /* Merge.findRows */
          update merged_%1$s set id = numbered.id
          from (
            select n, nextval('%1$s_id_seq') as id
            from (select n from merged_%1$s where not found order by n) ordered) numbered
          where merged_%1$s.n = numbered.n
          """
              .formatted(table));
    }
    if (!stage.counts()) {
      repeats.drop(stage, isPointedAt(table));
    }
    if (isPointedAt(table)) {
      sql.run(
          "/* Merge.findRows */ insert into import_key select distinct on (key) '%1$s', key, id from merged_%1$s where key is not null order by key, n"
              .formatted(table));
    }
    for (String column : filled.own()) {
      sql.run(
          """
          /* Merge.findRows */
          update merged_%1$s merged set "%2$s" = import_key.id
          from stage_%1$s stage
          join import_key on import_key.type = '%1$s' and import_key.key = stage."%2$s"
          where merged.n = stage.n
          """
              .formatted(table, column));
    }
  }

  /** The how-manieth row of its natural key a row is. */
  private static String turn(Shape shape, String alias, String order) {
    return "row_number() over (partition by %s order by %s)"
        .formatted(String.join(", ", shape.keyOf(alias)), order);
  }

  private boolean isPointedAt(String table) {
    return stages.stream()
        .anyMatch(
            stage ->
                stage.columns().stream()
                    .filter(column -> !column.equals(Stage.RECORD_TABLE))
                    .anyMatch(
                        column -> stage.shape().target(column).filter(table::equals).isPresent()));
  }

  private void write(Stage stage, Map<String, String> columns) throws SQLException {
    Shape shape = stage.shape();
    String table = shape.table();
    var counts = report.of(table);
    long last = sql.count("/* Merge.write */ select coalesce(max(n), 0) from merged_" + table);
    var settable =
        columns.keySet().stream()
            .filter(column -> !column.equals("slug"))
            .filter(column -> !shape.identifies(column))
            .toList();
    if (!settable.isEmpty()) {
      String update = update(shape, settable);
      counts.changed += write(stage, "found", last, update);
    }
    counts.created += write(stage, "not found", last, insert(shape, columns));
    counts.read += sql.count("/* Merge.write */ select count(*) from merged_" + table);
    if (shape.isRecord()) {
      sql.run(
          """
          /* Merge.write */
          insert into identifier (record_id, record_type, scheme, value)
          select id, '%2$s', split_part(key, '=', 1), substr(key, position('=' in key) + 1)
          from fresh_%1$s where position('=' in key) > 0 order by n
          """
              .formatted(table, table.toUpperCase(Locale.ROOT)));
    }
    sql.run("/* Merge.write */ truncate stage_" + table);
    sql.run("/* Merge.write */ truncate merged_" + table);
  }

  private static String update(Shape shape, List<String> settable) {
    String set =
        settable.stream()
            .map(column -> "\"%1$s\" = merged.\"%1$s\"".formatted(column))
            .collect(Collectors.joining(", "));
    String old =
        settable.stream().map(column -> "kept.\"" + column + '"').collect(Collectors.joining(", "));
    return """
        /* Merge.update */
        update "%1$s" kept set %2$s from merged_%1$s merged
        where %5$s and row(%3$s) is distinct from row(%4$s) and merged.found
        """
        .formatted(
            shape.table(),
            set,
            old,
            old.replace("kept.", "merged."),
            shape.hasId()
                ? "kept.id = merged.id"
                : "(%s) = (%s)"
                    .formatted(
                        String.join(", ", shape.keyOf("kept")),
                        String.join(", ", shape.keyOf("merged"))));
  }

  private String insert(Shape shape, Map<String, String> columns) {
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    if (shape.isRecord() || isPointedAt(shape.table())) {
      names.add("id");
      values.add("id");
    }
    for (String column : columns.keySet()) {
      names.add('"' + column + '"');
      values.add(column.equals("slug") && shape.isRecord() ? "fresh_slug" : '"' + column + '"');
    }
    return "/* Merge.insert */ insert into \"%1$s\" (%2$s) select %3$s from merged_%1$s merged where not found"
        .formatted(shape.table(), String.join(", ", names), String.join(", ", values));
  }

  /** Writes the rows that the database takes, and rejects and forgets the others. */
  private long write(Stage stage, String which, long last, String statement) throws SQLException {
    String table = stage.shape().table();
    var refusals = loader.refusals();
    long written =
        refusals.run(
            1,
            last,
            (from, to) ->
                sql.run(
                    statement
                        + (from == 1 && to == last
                            ? ""
                            : " and merged.n between %d and %d".formatted(from, to))
                        + (which.equals("found") ? "" : " order by n")));
    if (!refusals.refused().isEmpty()) {
      loader.refuse(table, refusals.refused());
      if (!which.equals("found")) {
        forget(stage);
      }
      sql.run(
          "/* Merge.forget */ delete from merged_%1$s where n in (select n from refused)"
              .formatted(table));
    }
    return written;
  }

  /** Rows that point at what was refused point at nothing. */
  private void forget(Stage stage) throws SQLException {
    String table = stage.shape().table();
    sql.run(
        """
        /* Merge.forget */
        delete from import_key where type = '%1$s' and id in (
          select id from merged_%1$s where n in (select n from refused))
        """
            .formatted(table));
    if (stage.shape().isRecord()) {
      sql.run(
          "/* Merge.forget */ delete from fresh_%1$s where n in (select n from refused)"
              .formatted(table));
    }
  }
}
