package org.meetingrecords.read;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.execution.MergedField;
import graphql.language.Field;
import graphql.language.OperationDefinition;
import graphql.parser.Parser;
import graphql.schema.GraphQLArgument;
import graphql.schema.GraphQLEnumType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLNamedType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Limits;

/**
 * Has the database look at the SQL of every field of every type, without running any: what a
 * feature declares as SQL is wrong at the start or not at all.
 */
public final class Rehearsal {
  private final GraphQLSchema schema;
  private final Model model;
  private final ReadDatabase database;

  public Rehearsal(GraphQLSchema schema, Model model, ReadDatabase database) {
    this.schema = schema;
    this.model = model;
    this.database = database;
  }

  /**
   * @throws IllegalStateException when the database refuses a field's SQL; the message names each
   *     such field
   */
  public void run() {
    List<String> problems = database.with(this::rehearse);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "The database refuses what is declared:\n  " + String.join("\n  ", problems));
    }
  }

  private List<String> rehearse(Connection connection) {
    var problems = new ArrayList<String>();
    for (TypeModel type : model.types()) {
      if (type.letters() == null) {
        continue; // rehearsed with the relations that lead to it
      }
      List<String> fields =
          Objects.requireNonNull(schema.getObjectType(type.name())).getFieldDefinitions().stream()
              .map(this::spelled)
              .toList();
      rehearseCounts(connection, type, problems);
      if (refusal(connection, type, String.join(" ", fields)) == null) {
        continue;
      }
      for (String field : fields) {
        String refusal = refusal(connection, type, field);
        if (refusal != null) {
          problems.add("%s.%s: %s".formatted(type.name(), field, refusal));
        }
      }
    }
    return problems;
  }

  private void rehearseCounts(Connection connection, TypeModel type, List<String> problems) {
    for (Dimension dimension : type.dimensions().values()) {
      var binds = new Binds();
      Selection facets =
          selection(
              "%s { facets(dimension: %s) { value label count } }"
                  .formatted(root(type), dimension.name()),
              root(type));
      String refusal =
          refusal(
              connection,
              type,
              binds.finish(
                  "select "
                      + new SelectionSql(model, binds, Limits.USUAL_PAGE)
                          .pages()
                          .page(type, facets)));
      if (refusal != null) {
        problems.add("dimension %s of %s: %s".formatted(dimension.name(), type.name(), refusal));
      }
    }
  }

  /** The field of {@code Query} that gives all rows of a type. */
  private String root(TypeModel type) {
    return schema.getQueryType().getFieldDefinitions().stream()
        .filter(
            field ->
                GraphQLTypeUtil.unwrapAll(field.getType())
                    .getName()
                    .equals(type.name() + "Connection"))
        .map(GraphQLFieldDefinition::getName)
        .findFirst()
        .orElseThrow();
  }

  private @Nullable String refusal(Connection connection, TypeModel type, String fields) {
    var binds = new Binds();
    Selection selection =
        selection(
            "node(id: \"%s1\") { ... on %s { %s } }".formatted(type.letters(), type.name(), fields),
            "node");
    return refusal(
        connection,
        type,
        binds.finish(
            "select "
                + new SelectionSql(model, binds, Limits.USUAL_PAGE)
                    .one(type, selection, row -> row.id() + " = 0")));
  }

  private static @Nullable String refusal(
      Connection connection, TypeModel type, SqlStatement statement) {
    var named =
        new SqlStatement(
            "/* Rehearsal." + type.name() + " */ " + statement.text(),
            statement.values(),
            statement.plannedForValues());
    try (var prepared = named.prepare(connection)) {
      prepared.getMetaData(); // asks the server to parse and to resolve every name
      return null;
    } catch (SQLException refused) {
      return String.valueOf(refused.getMessage()).lines().findFirst().orElse("refused");
    }
  }

  private Selection selection(String spelled, String root) {
    var operation =
        Parser.parse("{ " + spelled + " }")
            .getDefinitionsOfType(OperationDefinition.class)
            .getFirst();
    var field = (Field) operation.getSelectionSet().getSelections().getFirst();
    return Selection.of(
        schema,
        MergedField.newMergedField(field).build(),
        schema.getQueryType().getFieldDefinition(root),
        CoercedVariables.of(Map.of()),
        GraphQLContext.getDefault(),
        Locale.ROOT);
  }

  /** The field with a value for each of its own arguments, and below it whatever is a leaf. */
  private String spelled(GraphQLFieldDefinition field) {
    var type = GraphQLTypeUtil.unwrapAll(field.getType());
    boolean connection = type.getName().endsWith("Connection");
    String below =
        connection
            ? " { totalCount pageInfo { hasNextPage endCursor } nodes { __typename } }"
            : type instanceof GraphQLFieldsContainer container
                ? " { __typename " + leaves(container) + " }"
                : "";
    return field.getName() + (connection ? "" : arguments(field)) + below;
  }

  private String leaves(GraphQLFieldsContainer type) {
    return type.getFieldDefinitions().stream()
        .filter(
            field ->
                !(GraphQLTypeUtil.unwrapAll(field.getType()) instanceof GraphQLFieldsContainer))
        .map(field -> field.getName() + arguments(field))
        .collect(Collectors.joining(" "));
  }

  private static String arguments(GraphQLFieldDefinition field) {
    return field.getArguments().isEmpty()
        ? ""
        : field.getArguments().stream()
            .map(argument -> argument.getName() + ": " + example(argument))
            .collect(Collectors.joining(", ", "(", ")"));
  }

  private static String example(GraphQLArgument argument) {
    GraphQLNamedType type = GraphQLTypeUtil.unwrapAll(argument.getType());
    if (type instanceof GraphQLEnumType closedList) {
      return closedList.getValues().getFirst().getName();
    }
    return switch (type.getName()) {
      case "Int", "Float" -> "1";
      case "Boolean" -> "true";
      case "Date" -> "\"2020-12-09\"";
      default -> "\"en\"";
    };
  }
}
