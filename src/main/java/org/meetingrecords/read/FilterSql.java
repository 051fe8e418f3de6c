package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the condition of a filter. {@code {}} and null are no condition; {@code not} is the
 * complement, with what is unknown on its side; {@code in: []} matches nothing; texts are compared
 * without regard to case.
 */
final class FilterSql {
  private final Model model;
  private final Binds binds;
  private final Supplier<String> aliases;

  FilterSql(Model model, Binds binds, Supplier<String> aliases) {
    this.model = model;
    this.binds = binds;
    this.aliases = aliases;
  }

  /** The condition on the row with this alias; {@code true} where the filter asks for nothing. */
  String condition(TypeModel type, String alias, @Nullable Object filter) {
    if (filter == null) {
      return "true";
    }
    var fields = model.filterFields(type);
    var conditions = new ArrayList<String>();
    entries(filter)
        .forEach(
            (name, value) -> {
              switch (name) {
                case "and" ->
                    list(value).forEach(each -> conditions.add(condition(type, alias, each)));
                case "or" -> conditions.add(anyOf(type, alias, value));
                case "not" -> {
                  if (value != null) {
                    conditions.add("(" + condition(type, alias, value) + ") is not true");
                  }
                }
                default -> {
                  if (value != null) {
                    conditions.add(entry(fields.get(name), alias, value, type));
                  }
                }
              }
            });
    return Conditions.all(conditions);
  }

  private String anyOf(TypeModel type, String alias, @Nullable Object alternatives) {
    if (alternatives == null) {
      return "true";
    }
    var conditions =
        list(alternatives).stream().map(each -> "(" + condition(type, alias, each) + ")").toList();
    return conditions.isEmpty() ? "false" : "(" + String.join(" or ", conditions) + ")";
  }

  private String entry(@Nullable FilterField field, String alias, Object value, TypeModel type) {
    return switch (field) {
      case FilterField.Plain plain -> plain(plain, alias, entries(value));
      case FilterField.Span(String prefix) -> span(prefix, alias, entries(value));
      case FilterField.Link(String target, String column) ->
          link(model.type(target), alias, column, value);
      case FilterField.AnyRecord(String column, String typeColumn) ->
          record(alias + "." + column, alias + "." + typeColumn, entries(value));
      case FilterField.Identifier() ->
          identifier(alias + ".id", "'" + type.recordType() + "'", entries(value));
      case null -> throw new IllegalStateException("no such filter on " + type.name());
    };
  }

  private String link(TypeModel target, String alias, String column, Object filter) {
    String row = aliases.get();
    String condition = condition(target, row, filter);
    if (condition.equals("true")) {
      return "true";
    }
    return "exists (select from %s %s where %s.id = %s.%s and %s)"
        .formatted(
            Names.quoted(target.tableOrThrow()), row, row, alias, Names.quoted(column), condition);
  }

  private String plain(
      FilterField.Plain field, String alias, Map<String, @Nullable Object> operators) {
    String column = alias + "." + Names.quoted(field.column());
    boolean text = field.inputType().equals("StringFilter");
    var conditions = new ArrayList<String>();
    operators.forEach(
        (operator, value) -> {
          if (value == null) {
            return;
          }
          conditions.add(
              switch (operator) {
                case "eq" ->
                    text
                        ? "lower(%s) = lower(%s)".formatted(column, binds.bind(value, "text"))
                        : column + " = " + binds.bind(value, field.sqlType());
                case "in" ->
                    text
                        ? "lower(%s) = any (lower_all(%s))"
                            .formatted(column, binds.bind(value, "text[]"))
                        : column + " = any (" + binds.bind(value, field.sqlType() + "[]") + ")";
                case "notIn" ->
                    "not (%s = any (%s))"
                        .formatted(column, binds.bind(value, field.sqlType() + "[]"));
                case "startsWith" ->
                    "lower(%s) like lower(%s)"
                        .formatted(column, binds.bind(escaped(value) + "%", "text"));
                case "contains" ->
                    "lower(%s) like lower(%s)"
                        .formatted(column, binds.bind("%" + escaped(value) + "%", "text"));
                case "lt" -> column + " < " + binds.bind(value, field.sqlType());
                case "lte" -> column + " <= " + binds.bind(value, field.sqlType());
                case "gt" -> column + " > " + binds.bind(value, field.sqlType());
                case "gte" -> column + " >= " + binds.bind(value, field.sqlType());
                case "isNull" -> column + ((Boolean) value ? " is null" : " is not null");
                default -> throw new IllegalStateException("no operator " + operator);
              });
        });
    return Conditions.all(conditions);
  }

  private String span(String prefix, String alias, Map<String, @Nullable Object> days) {
    var conditions = new ArrayList<String>();
    Object from = days.get("from");
    Object to = days.get("to");
    Object isNull = days.get("isNull");
    if (from != null) {
      conditions.add("%s.%s_from >= %s".formatted(alias, prefix, binds.bind(from, "date")));
    }
    if (to != null) {
      conditions.add("%s.%s_to <= %s".formatted(alias, prefix, binds.bind(to, "date")));
    }
    if (isNull != null) {
      conditions.add(
          "%s.%s_precision is %s".formatted(alias, prefix, (Boolean) isNull ? "null" : "not null"));
    }
    return Conditions.all(conditions);
  }

  private String record(String id, String recordType, Map<String, @Nullable Object> filter) {
    var conditions = new ArrayList<String>();
    if (filter.get("id") instanceof String global) {
      GlobalId wanted = GlobalId.parseRecord(global, model);
      conditions.add(
          "(%s = %s and %s = '%s')"
              .formatted(
                  id,
                  binds.bind(wanted.number(), "bigint"),
                  recordType,
                  wanted.type().recordType()));
    }
    if (filter.get("type") instanceof List<?> types) {
      conditions.add("%s = any (%s)".formatted(recordType, binds.bind(types, "text[]")));
    }
    if (filter.get("slug") != null) {
      String row = aliases.get();
      var slug = new FilterField.Plain("slug", "text", "StringFilter");
      String condition = plain(slug, row, entries(filter.get("slug")));
      if (!condition.equals("true")) {
        conditions.add(
            "exists (select from record %s where %s.id = %s and %s)"
                .formatted(row, row, id, condition));
      }
    }
    if (filter.get("identifier") != null) {
      conditions.add(identifier(id, recordType, entries(filter.get("identifier"))));
    }
    return Conditions.all(conditions);
  }

  private String identifier(
      String id, String recordType, Map<String, @Nullable Object> identifier) {
    return "%s = (select record_id from identifier where record_type = %s and scheme = %s and value = %s)"
        .formatted(
            id,
            recordType,
            binds.bind(identifier.get("scheme"), "text"),
            binds.bind(identifier.get("value"), "text"));
  }

  private static String escaped(Object value) {
    return value.toString().replaceAll("([\\\\%_])", "\\\\$1");
  }

  @SuppressWarnings("unchecked") // an input object, coerced by graphql-java
  private static Map<String, @Nullable Object> entries(@Nullable Object input) {
    return input == null ? new HashMap<>() : (Map<String, @Nullable Object>) input;
  }

  @SuppressWarnings("unchecked") // a list of input objects, coerced by graphql-java
  private static List<@Nullable Object> list(@Nullable Object input) {
    return input == null ? new ArrayList<>() : (List<@Nullable Object>) input;
  }
}
