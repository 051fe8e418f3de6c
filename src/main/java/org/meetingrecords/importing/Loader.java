package org.meetingrecords.importing;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Takes rows in and merges them into the tables, all rows of a table at once.
 *
 * <p>A link names a record by its slug ({@code soviet-union}) or by an identifier ({@code
 * unga-rcid=5000}), another row by the key that it was added with. What is there already, by
 * identifier, slug or natural key, is updated in the columns that the format fills, and only where
 * they differ. Nothing is ever deleted.
 */
final class Loader {

  private final Connection connection;
  private final Report report;
  private final Progress progress;
  private final boolean goOn;
  private final Map<String, Shape> shapes;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private final List<String> fileNames = new ArrayList<>();
  private @Nullable States states;
  private @Nullable String lastFile;
  private int lastNumber;

  Loader(Connection connection, Report report, Progress progress, boolean goOn)
      throws SQLException {
    this.connection = connection;
    this.report = report;
    this.progress = progress;
    this.goOn = goOn;
    this.shapes = Shape.all(connection);
    run("create temporary table import_key (type text, key text, id bigint) on commit drop");
  }

  Connection connection() {
    return connection;
  }

  Report report() {
    return report;
  }

  /** The states that the database knows, by code, name and day. */
  States states() {
    if (states == null) {
      try {
        states = States.in(connection);
      } catch (SQLException fault) {
        throw new Stopped(fault);
      }
    }
    return states;
  }

  /** Declares which columns of a table a format fills; those of a record begin with its slug. */
  Stage stage(String table, String... columns) {
    Shape shape = shapes.get(table);
    if (shape == null) {
      throw new IllegalArgumentException(table);
    }
    var stage = new Stage(shape, List.of(columns), this);
    if (shape.isRecord()) {
      stage.repeating();
    }
    stages.put(table, stage);
    try {
      run(stage.create());
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
    return stage;
  }

  /** Rejects what was read. Without "keep going" this ends the import. */
  void reject(Place place, String reason, String read) {
    report.reject(new Rejection(place, reason, read));
    if (!goOn) {
      throw new Stopped();
    }
  }

  int file(String name) {
    if (!name.equals(lastFile)) {
      lastFile = name;
      lastNumber =
          files.computeIfAbsent(
              name,
              unknown -> {
                fileNames.add(unknown);
                return fileNames.size() - 1;
              });
    }
    return lastNumber;
  }

  /** Merges all that was added. */
  void load() throws SQLException {
    var ordered = new ArrayList<Stage>();
    for (String table : shapes.keySet()) {
      Stage stage = stages.get(table);
      if (stage != null) {
        ordered.add(stage);
        stage.flush();
        run("analyze stage_" + table);
      }
    }
    for (Stage stage : ordered) {
      if (stage.shape().isRecord()) {
        findRecords(stage);
      }
    }
    run("create index on import_key (type, key)");
    run("analyze import_key");
    for (Stage stage : ordered) {
      progress.say("loading " + stage.shape().table().replace('_', ' '));
      resolve(stage);
      merge(stage);
    }
    progress.say("checking");
    run("set constraints all immediate");
    for (Stage stage : ordered) {
      run("analyze " + stage.shape().table());
    }
  }

  /** Gives each record its id: the one it has, or a new one with a slug that is free. */
  private void findRecords(Stage stage) throws SQLException {
    String table = stage.shape().table();
    String type = "'" + table.toUpperCase(java.util.Locale.ROOT) + "'";
    // The same record may be read often: the first one counts.
    run(
        """
        delete from stage_%1$s later using (
            select key, min(n) as n from stage_%1$s group by key having count(*) > 1) first
        where later.key = first.key and later.n > first.n
        """
            .formatted(table));
    run(
        """
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
        """
            .formatted(table, type));
    // Those that are new, with the slugs they would like to have.
    run(
        """
        create temporary table fresh_%1$s on commit drop as
        select stage.n, stage.key, stage.slug as wanted, null::bigint as id, stage.slug::text as slug,
          row_number() over (partition by stage.slug order by stage.n) as turn
        from stage_%1$s stage
        where not exists (
          select from import_key where import_key.type = '%1$s' and import_key.key = stage.key)
        """
            .formatted(table));
    run(
        "update fresh_%1$s set slug = case when turn = 1 then wanted else wanted || '-' || turn end"
            .formatted(table));
    run("analyze fresh_" + table);
    int taken;
    do {
      taken =
          run(
              """
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
    run(
        """
        update fresh_%1$s set id = numbered.id
        from (select n, nextval('record_id') as id from (select n from fresh_%1$s order by n) ordered) numbered
        where fresh_%1$s.n = numbered.n
        """
            .formatted(table));
    run("insert into import_key select '%1$s', key, id from fresh_%1$s".formatted(table));
  }

  /**
   * Finds the records that are not in the files but in the database, and rejects what is nowhere.
   */
  private void resolve(Stage stage) throws SQLException {
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
      run(
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
    try (var statement = connection.createStatement();
        var rows =
            statement.executeQuery(
                "select file, line, %s, coalesce(key, '') from %s stage where %s order by n"
                    .formatted(reason, table, condition))) {
      boolean found = false;
      while (rows.next()) {
        found = true;
        reject(
            new Place(fileNames.get(rows.getInt(1)), rows.getLong(2)),
            rows.getString(3),
            rows.getString(4));
      }
      if (!found) {
        return;
      }
    }
    run("delete from %s stage where %s".formatted(table, condition));
  }

  private void merge(Stage stage) throws SQLException {
    Shape shape = stage.shape();
    String table = shape.table();
    var columns = new TreeMap<String, String>();
    var joins = new StringBuilder();
    int link = 0;
    for (String column : stage.columns()) {
      if (column.equals(Stage.RECORD_TABLE)) {
        continue;
      }
      var target = shape.target(column);
      if (target.isPresent()) {
        String alias = "link" + link++;
        joins.append(
            """
            left join import_key %1$s on %1$s.type = %2$s and %1$s.key = stage."%3$s"
            """
                .formatted(
                    alias,
                    target.get().equals("record")
                        ? "stage." + Stage.RECORD_TABLE
                        : "'" + target.get() + "'",
                    column));
        columns.put(column, alias + ".id");
      } else {
        columns.put(column, "stage.\"" + column + '"');
      }
    }
    String selected =
        columns.entrySet().stream()
            .map(column -> column.getValue() + " as \"" + column.getKey() + '"')
            .collect(Collectors.joining(", "));
    if (shape.isRecord()) {
      run(
          """
          create temporary table merged_%1$s on commit drop as
          select stage.n, stage.file, stage.line, stage.key, own.id, fresh.id is null as found,
            fresh.slug as fresh_slug, %2$s
          from stage_%1$s stage
          join import_key own on own.type = '%1$s' and own.key = stage.key
          left join fresh_%1$s fresh on fresh.n = stage.n
          %3$s
          """
              .formatted(table, selected, joins));
    } else {
      // Key columns that the format does not fill are empty.
      String empty =
          shape.keyColumns().stream()
              .filter(column -> !columns.containsKey(column))
              .map(column -> ", null::%s as \"%s\"".formatted(shape.type(column), column))
              .collect(Collectors.joining());
      for (String word : List.of("name_as_recorded", "code_as_recorded")) {
        if (shape.has(word) && !columns.containsKey(word) && !empty.contains(word)) {
          empty += ", null::text as " + word;
        }
      }
      var here = shape.keyOf("stage");
      var there = shape.keyOf("kept");
      var same = new ArrayList<String>();
      for (int i = 0; i < here.size(); i++) {
        same.add(there.get(i) + " = " + here.get(i));
      }
      String id =
          shape.hasId()
              ? "kept.id, kept.id is not null as found"
              : "null::bigint as id, kept.\"%s\" is not null as found"
                  .formatted(shape.keyColumns().getFirst());
      run(
          """
          create temporary table merged_%1$s on commit drop as
          select %2$s, stage.*
          from (
            select stage.n, stage.file, stage.line, stage.key, %3$s%4$s
            from stage_%1$s stage %5$s) stage
          left join "%1$s" kept on %6$s
          """
              .formatted(table, id, selected, empty, joins, String.join(" and ", same)));
      if (isPointedAt(table)) {
        run(
            """
            update merged_%1$s set id = numbered.id
            from (
              select n, nextval('%1$s_id_seq') as id
              from (select n from merged_%1$s where not found order by n) ordered) numbered
            where merged_%1$s.n = numbered.n
            """
                .formatted(table));
      }
      dropRepeats(stage);
      if (isPointedAt(table)) {
        run(
            "insert into import_key select distinct on (key) '%1$s', key, id from merged_%1$s where key is not null order by key, n"
                .formatted(table));
      }
    }
    write(stage, columns);
  }

  private boolean isPointedAt(String table) {
    return stages.values().stream()
        .anyMatch(
            stage ->
                stage.columns().stream()
                    .filter(column -> !column.equals(Stage.RECORD_TABLE))
                    .anyMatch(
                        column -> stage.shape().target(column).filter(table::equals).isPresent()));
  }

  /** Rows that say again what another row of the files said. */
  private void dropRepeats(Stage stage) throws SQLException {
    String table = stage.shape().table();
    String key = String.join(", ", stage.shape().keyOf("merged"));
    run(
        """
        create temporary table repeat_%1$s on commit drop as
        select n, id, file, line, first_id, first_line from (
          select n, id, file, line,
            first_value(id) over same as first_id, first_value(line) over same as first_line,
            row_number() over same as turn
          from merged_%1$s merged
          where (%2$s) in (select %2$s from merged_%1$s merged group by %2$s having count(*) > 1)
          window same as (partition by %2$s order by n)) numbered
        where turn > 1
        """
            .formatted(table, key));
    if (!stage.mayRepeat()) {
      try (var statement = connection.createStatement();
          var rows =
              statement.executeQuery(
                  "select file, line, first_line from repeat_%s order by n".formatted(table))) {
        while (rows.next()) {
          reject(
              new Place(fileNames.get(rows.getInt(1)), rows.getLong(2)),
              "this %s is in line %d already".formatted(table.replace('_', ' '), rows.getLong(3)),
              "");
        }
      }
    }
    if (isPointedAt(table)) {
      // Whoever points at the repeated row points at the first one.
      run(
          """
          insert into import_key
          select distinct '%1$s', merged.key, repeat.first_id
          from repeat_%1$s repeat join merged_%1$s merged on merged.n = repeat.n
          where merged.key is not null and not exists (
            select from merged_%1$s other where other.key = merged.key and other.n < merged.n)
          """
              .formatted(table));
    }
    run("delete from merged_%1$s where n in (select n from repeat_%1$s)".formatted(table));
  }

  private void write(Stage stage, Map<String, String> columns) throws SQLException {
    Shape shape = stage.shape();
    String table = shape.table();
    var counts = report.of(table);
    counts.read += count("select count(*) from merged_" + table);
    var names = new ArrayList<String>();
    var values = new ArrayList<String>();
    if (shape.isRecord() || isPointedAt(table)) {
      names.add("id");
      values.add("id");
    }
    for (String column : columns.keySet()) {
      names.add('"' + column + '"');
      values.add(column.equals("slug") && shape.isRecord() ? "fresh_slug" : '"' + column + '"');
    }
    var settable =
        columns.keySet().stream()
            .filter(column -> !column.equals("slug"))
            .filter(column -> !shape.keyColumns().contains(column))
            .toList();
    if (!settable.isEmpty()) {
      String set =
          settable.stream()
              .map(column -> "\"%1$s\" = merged.\"%1$s\"".formatted(column))
              .collect(Collectors.joining(", "));
      String old =
          settable.stream()
              .map(column -> "kept.\"" + column + '"')
              .collect(Collectors.joining(", "));
      counts.changed +=
          run(
              """
              update "%1$s" kept set %2$s from merged_%1$s merged
              where merged.found and kept.id = merged.id and row(%3$s) is distinct from row(%4$s)
              """
                  .formatted(table, set, old, old.replace("kept.", "merged.")));
    }
    counts.created +=
        run(
            "insert into \"%1$s\" (%2$s) select %3$s from merged_%1$s where not found order by n"
                .formatted(table, String.join(", ", names), String.join(", ", values)));
    if (shape.isRecord()) {
      run(
          """
          insert into identifier (record_id, record_type, scheme, value)
          select id, '%2$s', split_part(key, '=', 1), substr(key, position('=' in key) + 1)
          from fresh_%1$s where position('=' in key) > 0 order by n
          """
              .formatted(table, table.toUpperCase(java.util.Locale.ROOT)));
    }
    run("truncate stage_" + table);
    run("truncate merged_" + table);
  }

  private long count(String sql) throws SQLException {
    try (var statement = connection.createStatement();
        var rows = statement.executeQuery(sql)) {
      rows.next();
      return rows.getLong(1);
    }
  }

  private int run(String sql) throws SQLException {
    try (var statement = connection.createStatement()) {
      statement.execute(sql);
      return Math.max(0, statement.getUpdateCount());
    }
  }
}
