package org.meetingrecords.read;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a type can be filtered by: follows from its properties, for the schema and for the SQL
 * alike.
 */
final class FilterFields {
  /**
   * Fields every record has. Of them only the slug is of use in a filter; identifiers have an entry
   * of their own.
   */
  private static final Set<String> OF_RECORD = Set.of("version", "createdAt", "updatedAt");

  private FilterFields() {}

  static Map<String, FilterField> of(TypeModel type, Set<String> connected) {
    var fields = new LinkedHashMap<String, FilterField>();
    if (type.record()) {
      fields.put("slug", FilterField.SLUG);
      fields.put("identifier", new FilterField.Identifier());
    }
    type.properties()
        .forEach(
            (name, property) -> {
              FilterField field = OF_RECORD.contains(name) ? null : field(property, connected);
              if (field != null) {
                fields.putIfAbsent(name, field);
              }
            });
    fields.putAll(type.filters());
    return fields;
  }

  private static @Nullable FilterField field(Property property, Set<String> connected) {
    return switch (property) {
      case Property.Column(String column, Scalar scalar) when !scalar.list() ->
          plain("{row}." + Names.quoted(column), scalar);
      case Property.Span(String prefix) -> new FilterField.Span(prefix);
      case Property.One(String type, String column, var _) when connected.contains(type) ->
          new FilterField.Link(type, column, null);
      case Property.Any(String column, String typeColumn) ->
          new FilterField.AnyRecord(column, typeColumn);
      case Property.Many(String type, Relation relation, boolean arguments)
          when connected.contains(type) && !arguments ->
          new FilterField.Rows(type, relation);
      case Property.Page(String type, Relation relation, var _) ->
          new FilterField.Rows(type, relation);
      // one that says of a row what a stored one would
      case Property.Value(String sql, Scalar scalar, boolean arguments)
          when scalar.enumeration() && !arguments ->
          new FilterField.Plain(sql, "text", scalar.name() + "Filter");
      default -> null;
    };
  }

  private static @Nullable FilterField plain(String sql, Scalar scalar) {
    if (scalar.enumeration()) {
      return new FilterField.Plain(sql, "text", scalar.name() + "Filter");
    }
    return switch (scalar.name()) {
      case "String", "LanguageTag" -> new FilterField.Plain(sql, "text", "StringFilter");
      case "Int" -> new FilterField.Plain(sql, "integer", "IntFilter");
      case "Date" -> new FilterField.Plain(sql, "date", "DateFilter");
      default -> null;
    };
  }
}
