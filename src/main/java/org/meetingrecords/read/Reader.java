package org.meetingrecords.read;

import graphql.schema.DataFetchingEnvironment;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers root fields, each with one SQL statement that returns the field's finished JSON. See the
 * package documentation for how a query becomes SQL.
 */
public final class Reader {
  private static final Logger LOG = LoggerFactory.getLogger(Reader.class);
  private static final int MOST_IDS = 100;

  private final Model model;
  private final ReadDatabase database;

  public Reader(Model model, ReadDatabase database) {
    this.model = model;
    this.database = database;
  }

  /** The record that the argument {@code by: RecordKey} names, or null. */
  public @Nullable Json record(DataFetchingEnvironment field) {
    return read(
        field,
        (selection, sql, binds) -> {
          TypeModel type = model.type(selection.type());
          return "select "
              + sql.one(
                  type,
                  selection,
                  row -> sql.key(type, row, (Map<?, ?>) argument(selection, "by")));
        });
  }

  /**
   * The connection of all rows of a type. Where the request wants {@link Rows} instead, these are
   * compiled and handed over, and nothing is read.
   */
  public @Nullable Json page(DataFetchingEnvironment field) {
    RowsWanted wanted = field.getGraphQlContext().get(RowsWanted.class);
    if (wanted != null) {
      wanted.take(
          new RowsSql(model, wanted, database.limits().answerBytes()).rows(Selection.of(field)));
      return RowsWanted.NOT_READ;
    }
    return read(
        field,
        (selection, sql, binds) -> {
          String connection = selection.type();
          TypeModel type =
              model.type(connection.substring(0, connection.length() - "Connection".length()));
          return "select " + sql.pages().page(type, selection);
        });
  }

  /** The connection of records of all types that a search finds. */
  public @Nullable Json search(DataFetchingEnvironment field) {
    return read(field, (selection, sql, binds) -> "select " + sql.search().page(selection));
  }

  /** The counts of a field whose type is a list of {@code …Group}. */
  public @Nullable Json statistics(DataFetchingEnvironment field) {
    return read(
        field,
        (selection, sql, binds) -> {
          String group = selection.type();
          TypeModel type = model.type(group.substring(0, group.length() - "Group".length()));
          return "select " + sql.statistics().groups(type, selection);
        });
  }

  /** The object that the argument {@code id} names, or null. */
  public @Nullable Json node(DataFetchingEnvironment field) {
    return read(
        field,
        (selection, sql, binds) -> {
          GlobalId id = GlobalId.parse((String) argument(selection, "id"), model);
          return "select "
              + sql.one(
                  id.type(),
                  selection,
                  row -> row.id() + " = " + binds.bind(id.number(), "bigint"));
        });
  }

  /**
   * The objects that the argument {@code ids} names, in its order, null for those there are none
   * of.
   */
  public @Nullable Json nodes(DataFetchingEnvironment field) {
    return read(
        field,
        (selection, sql, binds) -> {
          var ids =
              ((List<?>) argument(selection, "ids"))
                  .stream().map(id -> GlobalId.parse((String) id, model)).toList();
          if (ids.size() > MOST_IDS) {
            throw new BadInput("ids: at most %d at once, not %d.".formatted(MOST_IDS, ids.size()));
          }
          if (ids.isEmpty()) {
            return "select json_build_array()";
          }
          String branches =
              ids.stream()
                  .map(GlobalId::type)
                  .distinct()
                  .map(
                      type ->
                          "when '%s' then %s"
                              .formatted(
                                  type.letters(),
                                  sql.one(type, selection, row -> row.id() + " = wanted.id")))
                  .collect(Collectors.joining(" "));
          return "select json_agg(case wanted.letters %s end order by wanted.place) from unnest(%s, %s) with ordinality as wanted (letters, id, place)"
              .formatted(
                  branches,
                  binds.bind(ids.stream().map(id -> id.type().letters()).toList(), "text[]"),
                  binds.bind(ids.stream().map(GlobalId::number).toList(), "bigint[]"));
        });
  }

  /** The record of any type that the argument {@code identifier} names, or null. */
  public @Nullable Json identified(DataFetchingEnvironment field) {
    return read(
        field,
        (selection, sql, binds) -> {
          var identifier = (Map<?, ?>) argument(selection, "identifier");
          return "select %s from (select record_id, record_type from identifier where scheme = %s and value = %s order by array_position(%s, record_type::text) limit 1) found"
              .formatted(
                  sql.any(model.records(), selection, "found.record_id", "found.record_type"),
                  binds.bind(identifier.get("scheme"), "text"),
                  binds.bind(identifier.get("value"), "text"),
                  binds.bind(recordTypes(selection), "text[]"));
        });
  }

  /** In the schema's own order, in which an identifier that several records share is looked for. */
  private static List<String> recordTypes(Selection selection) {
    return selection.enumValues("RecordType");
  }

  private static Object argument(Selection selection, String name) {
    Object value = selection.arguments().get(name);
    if (value == null) {
      throw new IllegalStateException(
          selection.name() + " is read by an argument " + name + " that it does not take");
    }
    return value;
  }

  /** Writes a statement, runs it, and gives its single value. */
  private @Nullable Json read(DataFetchingEnvironment field, Writing writing) {
    if (field.getGraphQlContext().hasKey(RowsWanted.class)) {
      throw RowsWanted.notOneConnection();
    }
    var binds = new Binds();
    Selection selection = Selection.of(field);
    String sql =
        Bounded.statement(
            writing.write(
                selection, new SelectionSql(model, binds, database.limits().largestPage()), binds),
            database.limits().answerBytes());
    // The comment comes first, so that a log of slow statements names the field.
    SqlStatement statement = binds.finish("/* Query." + selection.name() + " */ " + sql);
    LOG.debug("{}", statement.text());
    Snapshot snapshot = field.getGraphQlContext().get(Snapshot.class);
    long began = System.nanoTime();
    try {
      return snapshot == null
          ? database.<@Nullable Json>with(statement::json)
          : snapshot.<@Nullable Json>with(statement::json);
    } finally {
      database.timer(selection.name()).record(System.nanoTime() - began, TimeUnit.NANOSECONDS);
    }
  }

  @FunctionalInterface
  private interface Writing {
    String write(Selection selection, SelectionSql sql, Binds binds);
  }
}
