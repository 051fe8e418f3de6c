package org.meetingrecords.limits;

import graphql.introspection.Introspection;
import graphql.language.Argument;
import graphql.language.ArrayValue;
import graphql.language.Document;
import graphql.language.Field;
import graphql.language.FragmentDefinition;
import graphql.language.FragmentSpread;
import graphql.language.InlineFragment;
import graphql.language.OperationDefinition;
import graphql.language.Selection;
import graphql.language.SelectionSet;
import graphql.language.VariableReference;
import graphql.schema.GraphQLCompositeType;
import graphql.schema.GraphQLFieldDefinition;
import graphql.schema.GraphQLFieldsContainer;
import graphql.schema.GraphQLImplementingType;
import graphql.schema.GraphQLNamedOutputType;
import graphql.schema.GraphQLSchema;
import graphql.schema.GraphQLTypeUtil;
import graphql.schema.GraphQLUnionType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Counts what an operation touches: a page as long as it is asked for, another list as long as is
 * assumed, each times what is below. A fragment is counted once and added where it is used, so the
 * work is linear in the document, which must be valid.
 */
final class NodeCount {
  /** A list of counts is one pass over many rows, however many counts come out of it. */
  private static final long COUNTS = 100;

  /** Nodes, and points beside them. */
  private record Sum(long nodes, long more) {
    static final Sum NONE = new Sum(0, 0);
    static final Sum ONE_MORE = new Sum(0, 1);

    Sum and(Sum other) {
      return new Sum(Count.plus(nodes, other.nodes), Count.plus(more, other.more));
    }

    Sum andNode() {
      return new Sum(Count.plus(nodes, 1), more);
    }

    Sum times(long rows) {
      return new Sum(Count.times(nodes, rows), Count.times(more, rows));
    }
  }

  private final GraphQLSchema schema;
  private final Limits limits;
  private final Map<String, Object> variables;
  private final Map<String, FragmentDefinition> fragments = new HashMap<>();

  /** What is in a fragment for one row of the page that it stands in, by name and page. */
  private final Map<String, Sum> counted = new HashMap<>();

  private NodeCount(
      GraphQLSchema schema, Limits limits, Document document, Map<String, Object> variables) {
    this.schema = schema;
    this.limits = limits;
    this.variables = variables;
    for (FragmentDefinition fragment : document.getDefinitionsOfType(FragmentDefinition.class)) {
      fragments.put(fragment.getName(), fragment);
    }
  }

  static Cost of(
      GraphQLSchema schema,
      Limits limits,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables) {
    var count = new NodeCount(schema, limits, document, variables);
    Sum sum = count.of(operation.getSelectionSet(), schema.getQueryType(), 1);
    return new Cost(Math.max(1, Count.plus(sum.nodes(), sum.more())), sum.nodes());
  }

  /**
   * @param page how many rows the connection has whose own fields these are; 1 elsewhere
   */
  private Sum of(@Nullable SelectionSet set, GraphQLCompositeType type, long page) {
    if (set == null) {
      return Sum.NONE;
    }
    Sum all = Sum.NONE;
    for (Selection<?> selection : set.getSelections()) {
      all =
          all.and(
              switch (selection) {
                case Field field when Costs.isThere(field.getDirectives(), variables) ->
                    field(field, type, page);
                case InlineFragment inline when Costs.isThere(inline.getDirectives(), variables) ->
                    of(inline.getSelectionSet(), narrowed(inline, type), page);
                case FragmentSpread spread when Costs.isThere(spread.getDirectives(), variables) ->
                    fragment(spread.getName(), page);
                default -> Sum.NONE;
              });
    }
    return all;
  }

  private GraphQLCompositeType narrowed(InlineFragment inline, GraphQLCompositeType type) {
    return inline.getTypeCondition() == null
        ? type
        : composite(inline.getTypeCondition().getName());
  }

  private GraphQLCompositeType composite(String name) {
    if (schema.getType(name) instanceof GraphQLCompositeType type) {
      return type;
    }
    throw new IllegalStateException("not validated: a fragment on " + name);
  }

  private Sum fragment(String name, long page) {
    String key = name + " " + page;
    Sum known = counted.get(key);
    if (known == null) {
      FragmentDefinition fragment = fragments.get(name);
      known =
          fragment == null
              ? Sum.NONE
              : of(
                  fragment.getSelectionSet(),
                  composite(fragment.getTypeCondition().getName()),
                  page);
      counted.put(key, known);
    }
    return known;
  }

  private Sum field(Field field, GraphQLCompositeType parent, long page) {
    GraphQLFieldDefinition definition = definition(field.getName(), parent);
    if (definition == null) {
      return Sum.NONE;
    }
    if (!(GraphQLTypeUtil.unwrapAll(definition.getType()) instanceof GraphQLCompositeType type)) {
      return field.getName().equals("totalCount") ? Sum.ONE_MORE : Sum.NONE;
    }
    if (definition.getArgument("after") != null) {
      return of(field.getSelectionSet(), type, pageSize(field));
    }
    boolean list = GraphQLTypeUtil.isList(GraphQLTypeUtil.unwrapNonNull(definition.getType()));
    if (list && definition.getArgument("first") != null) {
      return of(field.getSelectionSet(), type, 1).and(new Sum(0, COUNTS));
    }
    Sum below = of(field.getSelectionSet(), type, 1);
    if (list) {
      // Edges and nodes are the rows of the page itself.
      boolean rows = isConnection(parent);
      return below.andNode().times(rows ? page : listSize(field));
    }
    // An edge is its row already; a span or a page's info is part of its row.
    boolean ownRow = isNode(type) && !isEdge(parent);
    return ownRow ? below.andNode() : below;
  }

  private static @Nullable GraphQLFieldDefinition definition(
      String name, GraphQLCompositeType parent) {
    // What the schema says of itself touches no record.
    return name.startsWith("__") || Introspection.isIntrospectionTypes(parent)
        ? null
        : parent instanceof GraphQLFieldsContainer fields ? fields.getFieldDefinition(name) : null;
  }

  private static boolean isConnection(GraphQLNamedOutputType type) {
    return type.getName().endsWith("Connection");
  }

  private static boolean isEdge(GraphQLNamedOutputType type) {
    return type.getName().endsWith("Edge");
  }

  private static boolean isNode(GraphQLCompositeType type) {
    return type.getName().equals("Node")
        || type instanceof GraphQLUnionType
        || (type instanceof GraphQLImplementingType implementing
            && implementing.getInterfaces().stream().anyMatch(one -> one.getName().equals("Node")));
  }

  private long pageSize(Field connection) {
    Long first = Costs.number(argument(connection, "first"), variables);
    Long last = Costs.number(argument(connection, "last"), variables);
    return first != null ? first : last != null ? last : Math.min(Limits.USUAL_PAGE, limits.page());
  }

  private long listSize(Field list) {
    Argument ids = argument(list, "ids");
    if (ids == null) {
      return limits.listSize();
    }
    return switch (ids.getValue()) {
      case ArrayValue written -> written.getValues().size();
      case VariableReference variable
          when variables.get(variable.getName()) instanceof List<?> given ->
          given.size();
      default -> 1;
    };
  }

  private static @Nullable Argument argument(Field field, String name) {
    for (Argument argument : field.getArguments()) {
      if (argument.getName().equals(name)) {
        return argument;
      }
    }
    return null;
  }
}
