package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Writes the condition of one filter, counting how deep and how large it is. {@code {}} and null
 * are no condition, wherever they stand; {@code not} is the complement, with what is unknown on its
 * side; {@code in: []} matches nothing; texts are compared without regard to case.
 */
final class FilterCondition {
  private static final int DEEPEST = 6;

  private final Model model;
  private final Binds binds;
  private final ColumnSql columns;
  private final FullTextSql texts;
  private final Supplier<String> aliases;
  private final boolean loosely;
  private final FilterSize size = new FilterSize();
  private int depth;

  /**
   * @param loosely whether the words of phrases that the filter itself looks for, and not one
   *     within it, may stand apart
   */
  FilterCondition(Model model, Binds binds, Supplier<String> aliases, boolean loosely) {
    this.model = model;
    this.binds = binds;
    this.columns = new ColumnSql(binds);
    this.texts = new FullTextSql(binds);
    this.aliases = aliases;
    this.loosely = loosely;
  }

  /** The same as {@link #of}, of a filter that is an entry of the filter in hand. */
  String ofEntry(TypeModel type, String alias, @Nullable Object filter) {
    depth++;
    try {
      return of(type, alias, filter);
    } finally {
      depth--;
    }
  }

  /** The condition on the row with this alias; {@code true} where the filter asks for nothing. */
  String of(TypeModel type, String alias, @Nullable Object filter) {
    if (filter == null) {
      return "true";
    }
    if (++depth > DEEPEST) {
      throw new BadInput("filter: at most %d levels deep.".formatted(DEEPEST));
    }
    try {
      return allOf(type, alias, filter);
    } finally {
      depth--;
    }
  }

  private String allOf(TypeModel type, String alias, Object filter) {
    var fields = model.filterFields(type);
    var parts = new ArrayList<String>();
    entries(filter)
        .forEach(
            (name, value) -> {
              switch (name) {
                case "and" -> list(value).forEach(each -> parts.add(of(type, alias, each)));
                case "or" -> parts.add(anyOf(type, alias, value));
                case "not" -> parts.add(complement(of(type, alias, value)));
                default -> {
                  if (value != null) {
                    parts.add(entry(name, fields.get(name), alias, value, type));
                  }
                }
              }
            });
    return Conditions.all(parts);
  }

  /** What asks for nothing has no complement. */
  private static String complement(String condition) {
    return condition.equals("true") ? "true" : "(" + condition + ") is not true";
  }

  private String anyOf(TypeModel type, String alias, @Nullable Object alternatives) {
    if (alternatives == null) {
      return "true";
    }
    var parts = list(alternatives).stream().map(each -> of(type, alias, each)).toList();
    if (parts.isEmpty()) {
      size.add();
      return "false";
    }
    return parts.contains("true") ? "true" : "((" + String.join(") or (", parts) + "))";
  }

  private String entry(
      String name, @Nullable FilterField field, String alias, Object value, TypeModel type) {
    return switch (field) {
      case FilterField.Plain plain -> columns.plain(plain, alias, size.counted(entries(value)));
      case FilterField.Span(String prefix) ->
          columns.span(prefix, alias, size.counted(entries(value)));
      case FilterField.Link(String target, String column, var _) ->
          link(model.type(target), alias, column, value);
      case FilterField.Rows(String target, Relation relation) ->
          rows(model.type(target), relation, alias, entries(value));
      case FilterField.Some(String target, Relation relation, var _) ->
          some(model.type(target), relation, alias, value);
      case FilterField.Each(String target, Relation relation, var _) ->
          Conditions.all(
              list(value).stream()
                  .map(each -> some(model.type(target), relation, alias, each))
                  .toList());
      case FilterField.Text(FullText source, var _) -> {
        size.add();
        yield texts.condition(
            source, alias + ".id", SearchText.parse(name, (String) value), loosely && depth == 1);
      }
      case FilterField.AnyRecord(String column, String typeColumn) ->
          record(alias + "." + column, alias + "." + typeColumn, entries(value));
      case FilterField.Identifier() ->
          identifier(alias + ".id", "'" + type.recordType() + "'", entries(value));
      case null -> throw new IllegalStateException("no such filter on " + type.name());
    };
  }

  private String link(TypeModel target, String alias, String column, Object filter) {
    String row = aliases.get();
    String condition = of(target, row, filter);
    if (condition.equals("true")) {
      return "true";
    }
    return "exists (select from %s %s where %s.id = %s.%s and %s)"
        .formatted(
            Names.quoted(target.tableOrThrow()), row, row, alias, Names.quoted(column), condition);
  }

  /** Of the rows of a relation some, none, or every one fulfils a filter. */
  private String rows(
      TypeModel target, Relation relation, String alias, Map<String, @Nullable Object> quantified) {
    var parts = new ArrayList<String>();
    quantified.forEach(
        (quantifier, filter) -> {
          if (filter != null) {
            String row = aliases.get();
            String condition = of(target, row, filter);
            if (condition.equals("true")) {
              // That there are any is asked all the same.
              size.add();
            }
            parts.add(
                switch (quantifier) {
                  case "some" -> exists(target, relation, alias, row, condition);
                  case "none" -> "not " + exists(target, relation, alias, row, condition);
                  case "every" -> every(target, relation, alias, row, condition);
                  default -> throw new IllegalStateException("no quantifier " + quantifier);
                });
          }
        });
    return Conditions.all(parts);
  }

  /** Holds where there are no rows. */
  private static String every(
      TypeModel target, Relation relation, String alias, String row, String condition) {
    return condition.equals("true")
        ? "true"
        : "not " + exists(target, relation, alias, row, complement(condition));
  }

  private String some(TypeModel target, Relation relation, String alias, @Nullable Object filter) {
    String row = aliases.get();
    String condition = of(target, row, filter);
    return condition.equals("true") ? "true" : exists(target, relation, alias, row, condition);
  }

  private static String exists(
      TypeModel target, Relation relation, String parent, String row, String condition) {
    Map<String, Row> names = new Row(row, new Row(parent)).names();
    return "exists (select from %s where %s)"
        .formatted(
            withoutArguments(relation.from(), names, target),
            Conditions.all(withoutArguments(relation.where(), names, target), condition));
  }

  static String withoutArguments(String template, Map<String, Row> names, TypeModel target) {
    return Template.render(
        template,
        names,
        Map.of(),
        argument -> {
          throw new IllegalStateException(
              "rows of %s depend on the argument %s".formatted(target.name(), argument));
        });
  }

  private String record(String id, String recordType, Map<String, @Nullable Object> filter) {
    var parts = new ArrayList<String>();
    if (filter.get("id") instanceof String global) {
      size.add();
      GlobalId wanted = GlobalId.parseRecord(global, model);
      parts.add(
          "(%s = %s and %s = '%s')"
              .formatted(
                  id,
                  binds.bind(wanted.number(), "bigint"),
                  recordType,
                  wanted.type().recordType()));
    }
    if (filter.get("type") instanceof List<?> types) {
      size.add();
      FilterSize.requireFew("type", types);
      parts.add("%s = any (%s)".formatted(recordType, binds.bind(types, "text[]")));
    }
    if (filter.get("slug") != null) {
      String row = aliases.get();
      String condition =
          columns.plain(FilterField.SLUG, row, size.counted(entries(filter.get("slug"))));
      if (!condition.equals("true")) {
        parts.add(
            "exists (select from record %s where %s.id = %s and %s)"
                .formatted(row, row, id, condition));
      }
    }
    if (filter.get("identifier") != null) {
      parts.add(identifier(id, recordType, entries(filter.get("identifier"))));
    }
    return Conditions.all(parts);
  }

  private String identifier(
      String id, String recordType, Map<String, @Nullable Object> identifier) {
    size.add();
    return "%s = (select record_id from identifier where record_type = %s and scheme = %s and value = %s)"
        .formatted(
            id,
            recordType,
            binds.bind(identifier.get("scheme"), "text"),
            binds.bind(identifier.get("value"), "text"));
  }

  @SuppressWarnings("unchecked") // an input object, coerced by graphql-java
  static Map<String, @Nullable Object> entries(@Nullable Object input) {
    return input == null ? new HashMap<>() : (Map<String, @Nullable Object>) input;
  }

  @SuppressWarnings("unchecked") // a list of input objects, coerced by graphql-java
  static List<@Nullable Object> list(@Nullable Object input) {
    return input == null ? new ArrayList<>() : (List<@Nullable Object>) input;
  }
}
