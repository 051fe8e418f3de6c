package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Writes the SQL of one root field: each selected field becomes a key of {@code json_build_object},
 * a to-one link a left join, a list a subselect, a connection what {@link PageSql} makes of it.
 */
final class SelectionSql {
  private final Model model;
  private final Binds binds;
  private final PageSql pages;
  private final StatisticsSql statistics;
  private final SearchSql search;
  private int aliases;

  /**
   * @param largestPage how many rows a connection holds at the most; {@link Page#ALL} where it
   *     holds all of them unless told how many, as in an export
   */
  SelectionSql(Model model, Binds binds, int largestPage) {
    this.model = model;
    this.binds = binds;
    var filters = new FilterSql(model, binds, this::alias);
    this.pages = new PageSql(this, filters, binds, largestPage);
    this.statistics = new StatisticsSql(model, this, filters, binds);
    this.search = new SearchSql(model, this, binds, largestPage);
  }

  String alias() {
    return "t" + ++aliases;
  }

  PageSql pages() {
    return pages;
  }

  SearchSql search() {
    return search;
  }

  StatisticsSql statistics() {
    return statistics;
  }

  /**
   * The condition that a row is the one that a {@code RecordKey} names.
   *
   * @throws BadInput when the key is none
   */
  String key(TypeModel type, Row row, Map<?, ?> by) {
    if (by.get("id") instanceof String id) {
      return row.id() + " = " + binds.bind(GlobalId.parse(id, type, model).number(), "bigint");
    }
    if (by.get("slug") instanceof String slug) {
      return row.column("slug") + " = " + binds.bind(slug, "text");
    }
    if (by.get("identifier") instanceof Map<?, ?> identifier) {
      return "%s = (select record_id from identifier where record_type = '%s' and scheme = %s and value = %s)"
          .formatted(
              row.id(),
              type.recordType(),
              binds.bind(identifier.get("scheme"), "text"),
              binds.bind(identifier.get("value"), "text"));
    }
    throw new BadInput("by: give one of id, slug and identifier.");
  }

  /** A subselect that gives the object of one row, or null where no row fits. */
  String one(TypeModel type, Selection selection, Function<Row, String> condition) {
    Row row = new Row(alias());
    var joins = new Joins();
    String object = object(type, row, selection.on(type.name()), joins);
    return "(select %s from %s %s%s where %s)"
        .formatted(
            object, Names.quoted(type.tableOrThrow()), row.alias(), joins, condition.apply(row));
  }

  /**
   * The object of a row of some record type, told by its {@code RecordType}: one subselect for each
   * type it may be.
   */
  String any(List<TypeModel> possible, Selection selection, String id, String recordType) {
    return possible.stream()
        .map(
            type ->
                "when '%s' then %s"
                    .formatted(
                        type.recordType(), one(type, selection, row -> row.id() + " = " + id)))
        .collect(Collectors.joining(" ", "case " + recordType + " ", " end"));
  }

  /** The JSON of a row that is in reach; to-one links below it are added to {@code joins}. */
  String object(TypeModel type, Row row, List<Selection> selected, Joins joins) {
    return JsonObject.of(
            selected,
            field -> field.isTypename() ? "'" + type.name() + "'" : field(type, row, field, joins))
        .sql();
  }

  /** The value of a field of a row that is in reach. */
  String field(TypeModel type, Row row, Selection field, Joins joins) {
    String given = row.value(field.name());
    if (given != null) {
      return given;
    }
    return switch (type.property(field.name())) {
      case Property.Identity() -> "'" + type.letters() + "' || " + row.id();
      case Property.Column(String column, var _) -> row.column(column);
      case Property.Span(String prefix) -> span(row, prefix, field);
      case Property.Value(String sql, var _, var _) -> render(sql, row, field);
      case Property.One(String target, String column, boolean required) ->
          link(model.type(target), row.column(column), required, field, joins);
      case Property.Any(String column, String typeColumn) ->
          any(model.records(), field, row.column(column), row.column(typeColumn));
      case Property.Many(String target, Relation relation, var _) ->
          list(model.type(target), relation, row, field);
      case Property.Page(String target, Relation relation, var order) ->
          pages.page(model.type(target), relation, order, row, field);
    };
  }

  private String link(
      TypeModel target, String key, boolean required, Selection field, Joins joins) {
    Row row = new Row(alias());
    joins.add(Names.quoted(target.tableOrThrow()), row.alias(), row.id() + " = " + key);
    String object = object(target, row, field.on(target.name()), joins);
    return required ? object : "case when %s is not null then %s end".formatted(row.id(), object);
  }

  private String list(TypeModel target, Relation relation, Row parent, Selection field) {
    Row row = row(relation, parent, field);
    RowSource source = source(relation, row, field);
    var joins = new Joins();
    String object = object(target, row, field.on(target.name()), joins);
    return "(select coalesce(json_agg(%s%s), '[]') from %s%s where %s)"
        .formatted(
            object, listOrder(target, relation, row.alias()), source.from(), joins, source.where());
  }

  /** How a list is ordered: a clause, or nothing. */
  static String listOrder(TypeModel target, Relation relation, String alias) {
    var keys = new ArrayList<String>();
    for (String column : relation.order()) {
      keys.add(column.contains(".") ? column : alias + "." + column);
    }
    if (target.letters() != null) {
      keys.add(alias + ".id");
    }
    return keys.isEmpty() ? "" : " order by " + String.join(", ", keys);
  }

  private static String span(Row row, String prefix, Selection field) {
    var object = new JsonObject();
    for (Selection part : field.on("DateSpan")) {
      object.put(
          part.key(),
          part.isTypename() ? "'DateSpan'" : row.column(prefix + "_" + Names.snake(part.name())));
    }
    return "case when %s is not null then %s end"
        .formatted(row.column(prefix + "_precision"), object.sql());
  }

  /**
   * A new row that a relation leads to, with the values that it gives its rows.
   *
   * @param field leads there, and has the arguments
   */
  Row row(Relation relation, @Nullable Row parent, Selection field) {
    Row row = new Row(alias(), parent);
    relation.values().forEach((name, sql) -> row.value(name, () -> render(sql, row, field)));
    return row;
  }

  /** The rows that a relation leads to, under the name of one of them. */
  RowSource source(Relation relation, Row row, Selection field) {
    return new RowSource(
        row.alias(), render(relation.from(), row, field), render(relation.where(), row, field));
  }

  private String render(String template, Row row, Selection field) {
    return Template.render(
        template, row.names(), field.arguments(), argument -> bindArgument(field, argument));
  }

  private String bindArgument(Selection field, String argument) {
    Object value = field.arguments().get(argument);
    return binds.bind(value, sqlType(field.argumentType(argument)));
  }

  private static String sqlType(String graphQlType) {
    return switch (graphQlType) {
      case "Int" -> "integer";
      case "Float" -> "double precision";
      case "Boolean" -> "boolean";
      case "Date" -> "date";
      case "DateTime" -> "timestamptz";
      default -> "text";
    };
  }

  /** The joins of one {@code FROM} clause. */
  static final class Joins {
    private final StringBuilder sql = new StringBuilder();

    void add(String table, String alias, String condition) {
      sql.append(" left join ")
          .append(table)
          .append(' ')
          .append(alias)
          .append(" on ")
          .append(condition);
    }

    @Override
    public String toString() {
      return sql.toString();
    }
  }
}
