package org.meetingrecords.limits;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.language.Argument;
import graphql.language.BooleanValue;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.IntValue;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.NullValue;
import graphql.language.OperationDefinition;
import graphql.language.VariableReference;
import graphql.schema.GraphQLSchema;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The costs of documents that were valid. Few variables have a say in a cost: the sizes of pages,
 * lists of ids, and what decides over {@code @skip} and {@code @include}. A document with the same
 * values of these is not looked at again.
 */
public final class Costs {
  private static final int MOST_DOCUMENTS = 2_000;
  private static final int MOST_VALUES = 64;
  private static final Set<String> SIZES = Set.of("first", "last", "ids", "if");

  /** One document: which variables count, and what it cost with which values of them. */
  private record Known(List<String> variables, Cache<List<Object>, Cost> costs) {}

  private final Limits limits;
  private final Cache<Document, Known> documents =
      Caffeine.newBuilder().weakKeys().maximumSize(MOST_DOCUMENTS).build();

  public Costs(Limits limits) {
    this.limits = limits;
  }

  /** The cost of an operation with coerced variables. It refuses nothing. */
  public Cost of(
      GraphQLSchema schema,
      Document document,
      OperationDefinition operation,
      Map<String, Object> variables) {
    Known known = documents.get(document, Costs::known);
    var key = new ArrayList<Object>(known.variables().size() + 1);
    key.add(String.valueOf(operation.getName()));
    for (String name : known.variables()) {
      key.add(weight(variables.get(name)));
    }
    return known
        .costs()
        .get(key, values -> NodeCount.of(schema, limits, document, operation, variables));
  }

  /**
   * Refuses what costs more than one request may.
   *
   * @throws TooComplex says how much it asks for
   */
  public void check(Cost cost) {
    TooComplex.refuseAbove(limits.nodes(), cost.requested(), "records and parts of records");
  }

  /** Of a list only the length counts. */
  private static Object weight(@Nullable Object value) {
    return switch (value) {
      case null -> "absent";
      case List<?> list -> list.size();
      case Number number -> number.longValue();
      case Boolean decision -> decision;
      default -> "other";
    };
  }

  private static Known known(Document document) {
    var names = new LinkedHashSet<String>();
    var visitor =
        new NodeVisitorStub() {
          @Override
          public TraversalControl visitArgument(Argument argument, TraverserContext<Node> at) {
            if (SIZES.contains(argument.getName())
                && argument.getValue() instanceof VariableReference variable) {
              names.add(variable.getName());
            }
            return TraversalControl.CONTINUE;
          }
        };
    new NodeTraverser().preOrder(visitor, document);
    return new Known(List.copyOf(names), Caffeine.newBuilder().maximumSize(MOST_VALUES).build());
  }

  /** Whether a field or fragment is there, with {@code @skip} and {@code @include}. */
  static boolean isThere(List<Directive> directives, Map<String, Object> variables) {
    for (Directive directive : directives) {
      boolean skips = directive.getName().equals("skip");
      if (skips || directive.getName().equals("include")) {
        Argument decision = directive.getArgument("if");
        if (decision != null && truth(decision, variables) == skips) {
          return false;
        }
      }
    }
    return true;
  }

  private static boolean truth(Argument decision, Map<String, Object> variables) {
    return switch (decision.getValue()) {
      case BooleanValue written -> written.isValue();
      case VariableReference variable -> Boolean.TRUE.equals(variables.get(variable.getName()));
      default -> false;
    };
  }

  /** The whole number that an argument has, or null where it is not given. */
  static @Nullable Long number(@Nullable Argument argument, Map<String, Object> variables) {
    if (argument == null) {
      return null;
    }
    return switch (argument.getValue()) {
      case IntValue written -> bounded(written.getValue().doubleValue());
      case VariableReference variable
          when variables.get(variable.getName()) instanceof Number given ->
          bounded(given.doubleValue());
      case NullValue none -> null;
      default -> null;
    };
  }

  private static long bounded(double value) {
    return (long) Math.clamp(value, 0, Count.CEILING);
  }
}
