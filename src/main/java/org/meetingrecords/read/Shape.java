package org.meetingrecords.read;

import graphql.schema.GraphQLList;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLNonNull;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLType;
import graphql.schema.GraphQLTypeUtil;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a selected value looks like, known from the selection and the schema alone. */
public sealed interface Shape {

  /**
   * A single value.
   *
   * @param type the scalar or enum in the schema
   * @param values the values of an enum; empty where it is none
   */
  record Leaf(String type, List<String> values) implements Shape {}

  /** An object, with its keys in the request's order. */
  record Struct(List<Field> fields) implements Shape {}

  /** A list. */
  record Many(Shape element) implements Shape {}

  /**
   * @param key the response key
   * @param description what the schema says of the field
   * @param ofPage whether it is there for the sake of pages, and not renamed: the {@code nodes} and
   *     {@code edges} of a connection, the {@code node} of an edge
   */
  record Field(String key, Shape shape, String description, boolean ofPage) {}

  /** The shape of a field's value. */
  static Shape of(Selection selection) {
    return of(selection.outputType(), selection);
  }

  private static Shape of(GraphQLType type, Selection selection) {
    return switch (type) {
      case GraphQLNonNull outer -> of(outer.getWrappedType(), selection);
      case GraphQLList list -> new Many(of(list.getWrappedType(), selection));
      default -> single(GraphQLTypeUtil.unwrapAll(type), selection);
    };
  }

  private static Shape single(GraphQLNamedType type, Selection selection) {
    List<GraphQLObjectType> possible = selection.possibleTypes(type);
    if (possible.isEmpty()) {
      return new Leaf(type.getName(), selection.enumValues(type.getName()));
    }
    Struct merged = null;
    for (GraphQLObjectType each : possible) {
      Struct one = struct(each.getName(), selection.on(each.getName()));
      merged = merged == null ? one : merged(merged, one);
    }
    return merged == null ? new Struct(List.of()) : merged;
  }

  /** The shape of an object of a type. */
  static Struct struct(String type, List<Selection> selected) {
    return new Struct(
        selected.stream()
            .map(
                field ->
                    new Field(field.key(), of(field), field.description(), isOfPage(type, field)))
            .toList());
  }

  private static boolean isOfPage(String type, Selection field) {
    return field.key().equals(field.name())
        && switch (field.name()) {
          case "nodes", "edges" -> type.endsWith("Connection");
          case "node" -> type.endsWith("Edge");
          default -> false;
        };
  }

  /** The fields of both: of an interface, each concrete type may have fields of its own. */
  private static Struct merged(Struct one, Struct other) {
    var fields = new LinkedHashMap<String, Field>();
    for (Field field : one.fields()) {
      fields.put(field.key(), field);
    }
    for (Field field : other.fields()) {
      fields.merge(field.key(), field, Shape::merged);
    }
    return new Struct(new ArrayList<>(fields.values()));
  }

  private static Field merged(Field one, Field other) {
    @Nullable Shape shape =
        switch (one.shape()) {
          case Struct left when other.shape() instanceof Struct right -> merged(left, right);
          case Many left
              when left.element() instanceof Struct of
                  && other.shape() instanceof Many right
                  && right.element() instanceof Struct more ->
              new Many(merged(of, more));
          // Validation lets no key stand for values of two kinds.
          default -> one.shape();
        };
    return new Field(one.key(), shape, one.description(), one.ofPage() && other.ofPage());
  }
}
