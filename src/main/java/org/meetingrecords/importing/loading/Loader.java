package org.meetingrecords.importing.loading;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Progress;
import org.meetingrecords.importing.names.Organisations;
import org.meetingrecords.importing.names.States;

/**
 * Takes rows in and merges them into the tables, all rows of a table at once.
 *
 * <p>A link names a record by its slug ({@code soviet-union}) or by an identifier ({@code
 * unga-rcid=5000}), another row by the key that it was added with. What is there already, by
 * identifier, slug or natural key, is updated in the columns that the format fills, and only where
 * they differ. Nothing is ever deleted.
 */
public final class Loader {

  private final Sql sql;
  private final Report report;
  private final Progress progress;
  private final boolean goOn;
  private final Map<String, Shape> shapes;
  private final Map<String, Stage> stages = new LinkedHashMap<>();
  private final Map<String, Integer> files = new HashMap<>();
  private final List<String> fileNames = new ArrayList<>();
  private final @Nullable LocalDate retrievedOn;
  private @Nullable States states;
  private @Nullable String lastFile;
  private int lastNumber;

  /**
   * @param goOn leaves rejected rows out, instead of stopping at the first one
   * @param retrievedOn when the files were fetched from where they are published, as far as told
   */
  public Loader(
      Connection connection,
      Report report,
      Progress progress,
      boolean goOn,
      @Nullable LocalDate retrievedOn)
      throws SQLException {
    this.sql = new Sql(connection);
    this.report = report;
    this.progress = progress;
    this.goOn = goOn;
    this.retrievedOn = retrievedOn;
    this.shapes = Shape.all(connection);
    sql.run(
        "/* Loader.new */ create temporary table import_key (type text, key text, id bigint) on commit drop");
  }

  public Connection connection() {
    return sql.connection();
  }

  public Report report() {
    return report;
  }

  /** The states that the database knows, by code, name and day. */
  public States states() {
    if (states == null) {
      try {
        states = States.in(sql.connection());
      } catch (SQLException fault) {
        throw new Stopped(fault);
      }
    }
    return states;
  }

  /** The organisations that the database knows, but for those that came under this scheme. */
  public Organisations organisations(String ownScheme) {
    try {
      return new Organisations(sql.connection(), ownScheme);
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  /** The day on which the files were fetched from where they are published, as far as told. */
  public @Nullable LocalDate retrievedOn() {
    return retrievedOn;
  }

  /** Declares which columns of a table a format fills; those of a record begin with its slug. */
  public Stage stage(String table, String... columns) {
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
      sql.run(stage.create());
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
    return stage;
  }

  /** Rejects what was read. Without "keep going" this ends the import. */
  public void reject(Place place, String reason, String read) {
    report.reject(new Rejection(place, reason, read));
    if (!goOn) {
      throw new Stopped();
    }
  }

  Refusals refusals() {
    return new Refusals(sql, goOn);
  }

  /** Rejects merged rows by their numbers, which table "refused" then holds. */
  void refuse(String table, Map<Long, String> reasons) throws SQLException {
    sql.run(
        "/* Loader.refuse */ create temporary table if not exists refused (n bigint, reason text) on commit drop");
    sql.run("/* Loader.refuse */ truncate refused");
    try (var insert =
        sql.connection()
            .prepareStatement(
                "/* Loader.refuse */ insert into refused (n, reason) values (?, ?)")) {
      for (var refused : reasons.entrySet()) {
        insert.setLong(1, refused.getKey());
        insert.setString(2, refused.getValue());
        insert.addBatch();
      }
      insert.executeBatch();
    }
    try (var statement = sql.connection().createStatement();
        var rows =
            statement.executeQuery(
                """
                /* Loader.refuse */
                select file, line, reason, coalesce(key, '')
                from merged_%s merged join refused on refused.n = merged.n order by merged.n
                """
                    .formatted(table))) {
      while (rows.next()) {
        reject(place(rows.getInt(1), rows.getLong(2)), rows.getString(3), rows.getString(4));
      }
    }
  }

  /** The number by which staged rows name this file. */
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

  /** The place of a row whose file has this number. */
  Place place(int file, long line) {
    return new Place(fileNames.get(file), line);
  }

  /** Merges all that was added. */
  public void load() throws SQLException {
    var ordered = new ArrayList<Stage>();
    for (String table : shapes.keySet()) {
      Stage stage = stages.get(table);
      if (stage != null) {
        ordered.add(stage);
        stage.flush();
        sql.run("/* Loader.load */ analyze stage_" + table);
      }
    }
    // What a row breaks is found when it is written, while it is known where it stands.
    sql.run("/* Loader.load */ set constraints all immediate");
    var repeats = new Repeats(sql, this);
    var records = new NewRecords(sql, repeats);
    boolean identifiers = stages.containsKey("identifier");
    for (Stage stage : ordered) {
      if (stage.shape().isRecord()) {
        records.find(stage, identifiers);
      }
    }
    sql.run("/* Loader.load */ create index on import_key (type, key)");
    sql.run("/* Loader.load */ analyze import_key");
    if (identifiers) {
      records.alias();
    }
    var links = new LinkTargets(sql, this);
    var merge = new Merge(sql, this, stages.values(), repeats);
    for (Stage stage : ordered) {
      progress.say("loading " + stage.shape().table().replace('_', ' '));
      links.resolve(stage);
      merge.apply(stage);
    }
    progress.say("checking");
    for (Stage stage : ordered) {
      sql.run("/* Loader.load */ analyze " + stage.shape().table());
    }
  }
}
