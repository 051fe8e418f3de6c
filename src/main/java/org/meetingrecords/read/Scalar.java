package org.meetingrecords.read;

import graphql.language.EnumTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import org.jspecify.annotations.Nullable;

/**
 * The leaf type of a field and how its values travel to PostgreSQL.
 *
 * @param name the GraphQL scalar or enum
 * @param sql what a bind parameter of it is cast to
 * @param enumeration whether it is a closed list
 * @param list whether the field holds many
 */
record Scalar(String name, String sql, boolean enumeration, boolean list) {

  static @Nullable Scalar of(Type<?> type, TypeDefinitionRegistry types) {
    Type<?> bare = type instanceof NonNullType outer ? outer.getType() : type;
    boolean list = bare instanceof ListType;
    String name = nameOf(bare);
    boolean enumeration = types.getTypeOrNull(name, EnumTypeDefinition.class) != null;
    String sql = enumeration ? "text" : sqlOf(name);
    return sql == null ? null : new Scalar(name, sql, enumeration, list);
  }

  private static @Nullable String sqlOf(String name) {
    return switch (name) {
      case "String", "URL", "LanguageTag" -> "text";
      case "Int" -> "integer";
      case "Float" -> "double precision";
      case "Boolean" -> "boolean";
      case "Date" -> "date";
      case "DateTime" -> "timestamptz";
      default -> null;
    };
  }

  static String nameOf(Type<?> type) {
    return switch (type) {
      case NonNullType outer -> nameOf(outer.getType());
      case ListType outer -> nameOf(outer.getType());
      case TypeName named -> named.getName();
      default -> throw new IllegalArgumentException("not a type: " + type);
    };
  }
}
