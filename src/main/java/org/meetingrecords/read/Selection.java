package org.meetingrecords.read;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.FieldCollector;
import graphql.execution.FieldCollectorParameters;
import graphql.execution.MergedField;
import graphql.execution.ValuesResolver;
import graphql.introspection.Introspection;
import graphql.language.FragmentDefinition;
import graphql.schema.DataFetchingEnvironment;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLEnumValueDefinition;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLInterfaceType;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLObjectType;
import graphql.schema.GraphQLOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * One selected field with what is selected below it: fragments merged, {@code @skip} and
 * {@code @include} applied, aliases kept, arguments coerced. It collects fields type by type as
 * graphql-java itself would while executing, so that keys come in the order the specification gives
 * for each concrete type.
 */
final class Selection {
  private static final FieldCollector COLLECTOR = new FieldCollector();

  /** What is the same for a whole request. */
  private record Request(
      GraphQLSchema schema,
      Map<String, FragmentDefinition> fragments,
      CoercedVariables variables,
      GraphQLContext context,
      Locale locale) {}

  private final Request request;
  private final MergedField field;
  private final GraphQLFieldDefinition definition;
  private final Map<String, Object> arguments;

  private Selection(
      Request request,
      MergedField field,
      GraphQLFieldDefinition definition,
      Map<String, Object> arguments) {
    this.request = request;
    this.field = field;
    this.definition = definition;
    this.arguments = arguments;
  }

  /** The root field that is being fetched. */
  static Selection of(DataFetchingEnvironment field) {
    var request =
        new Request(
            field.getGraphQLSchema(),
            field.getFragmentsByName(),
            CoercedVariables.of(field.getVariables()),
            field.getGraphQlContext(),
            field.getLocale());
    return new Selection(
        request, field.getMergedField(), field.getFieldDefinition(), field.getArguments());
  }

  /** A field of {@code Query} outside of any request. */
  static Selection of(
      GraphQLSchema schema,
      MergedField field,
      GraphQLFieldDefinition definition,
      CoercedVariables variables,
      GraphQLContext context,
      Locale locale) {
    return new Selection(
        new Request(schema, Map.of(), variables, context, locale), field, definition, Map.of());
  }

  /** The key under which the client wants it. */
  String key() {
    return field.getResultKey();
  }

  String name() {
    return field.getName();
  }

  boolean isTypename() {
    return name().equals("__typename");
  }

  /** The named type of the field, without list and non-null. */
  String type() {
    return GraphQLTypeUtil.unwrapAll(definition.getType()).getName();
  }

  /** The type of the field as the schema has it. */
  GraphQLOutputType outputType() {
    return definition.getType();
  }

  /** What the schema says of the field. */
  String description() {
    String written = definition.getDescription();
    return written == null ? "" : written;
  }

  /** The object types that a value of this type may be of; none where it is no object. */
  List<GraphQLObjectType> possibleTypes(GraphQLNamedType type) {
    if (type instanceof GraphQLInterfaceType shared) {
      return List.copyOf(Objects.requireNonNull(request.schema.getImplementations(shared)));
    }
    if (type instanceof GraphQLUnionType union) {
      return union.getTypes().stream()
          .map(member -> request.schema.getObjectType(member.getName()))
          .toList();
    }
    return type instanceof GraphQLObjectType object ? List.of(object) : List.of();
  }

  /** Given arguments and defaults; those neither given nor defaulted are absent. */
  Map<String, Object> arguments() {
    return arguments;
  }

  /** The named type of an argument. */
  String argumentType(String name) {
    GraphQLArgument argument = definition.getArgument(name);
    if (argument == null) {
      throw new IllegalStateException("field " + name() + " takes no argument " + name);
    }
    return GraphQLTypeUtil.unwrapAll(argument.getType()).getName();
  }

  /** The values of a closed list, in the schema's order. */
  List<String> enumValues(String type) {
    return request.schema.getType(type) instanceof GraphQLEnumType closedList
        ? closedList.getValues().stream().map(GraphQLEnumValueDefinition::getName).toList()
        : List.of();
  }

  /** The fields of this connection that give its rows of a type: {@code nodes, edges.node}. */
  Stream<Selection> nodes(String type) {
    return on(type + "Connection").stream()
        .flatMap(
            field ->
                switch (field.name()) {
                  case "nodes" -> Stream.of(field);
                  case "edges" ->
                      field.on(type + "Edge").stream().filter(each -> each.name().equals("node"));
                  default -> Stream.of();
                });
  }

  /** What is selected of this field's value where it is of the given object type, in order. */
  List<Selection> on(String objectType) {
    GraphQLObjectType type = request.schema.getObjectType(objectType);
    var parameters =
        FieldCollectorParameters.newParameters()
            .schema(request.schema)
            .objectType(type)
            .fragments(request.fragments)
            .variables(request.variables.toMap())
            .graphQLContext(request.context)
            .build();
    var selected = new ArrayList<Selection>();
    for (MergedField each : COLLECTOR.collectFields(parameters, field).getSubFieldsList()) {
      GraphQLFieldDefinition child =
          Introspection.getFieldDefinition(request.schema, type, each.getName());
      Map<String, Object> values =
          child.getArguments().isEmpty()
              ? Map.of()
              : ValuesResolver.getArgumentValues(
                  request.schema.getCodeRegistry(),
                  child.getArguments(),
                  each.getArguments(),
                  request.variables,
                  request.context,
                  request.locale);
      selected.add(new Selection(request, each, child, values));
    }
    return selected;
  }
}
