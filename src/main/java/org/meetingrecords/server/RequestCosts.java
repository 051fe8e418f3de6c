package org.meetingrecords.server;

import graphql.ExecutionInput;
import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.DocumentAndVariables;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.parser.ParserOptions;
import io.github.bucket4j.Bucket;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Cost;
import org.meetingrecords.limits.Costs;
import org.meetingrecords.limits.DocumentSize;
import org.meetingrecords.limits.Extent;
import org.meetingrecords.limits.Limits;
import org.meetingrecords.limits.TooComplex;
import org.springframework.stereotype.Component;

/**
 * Refuses what is too large: too many tokens while parsing, too large a document before it is
 * validated, too many nodes before anything is read. The cost of what passes is left in the
 * engine's context.
 */
@Component
class RequestCosts extends SimplePerformantInstrumentation {
  private final Limits limits;
  private final Costs costs;
  private final ParserOptions parsing;

  RequestCosts(Limits limits) {
    this.limits = limits;
    this.costs = new Costs(limits);
    this.parsing =
        ParserOptions.getDefaultOperationParserOptions()
            .transform(options -> options.maxTokens(limits.tokens()));
  }

  @Override
  public ExecutionInput instrumentExecutionInput(
      ExecutionInput input,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    input.getGraphQLContext().put(ParserOptions.class, parsing);
    return input;
  }

  /** Comes after parsing, so not for a document that is known already. */
  @Override
  public DocumentAndVariables instrumentDocumentAndVariables(
      DocumentAndVariables parsed,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    try {
      DocumentSize.check(parsed.getDocument(), limits);
    } catch (TooComplex refused) {
      throw refusal(refused);
    }
    return parsed;
  }

  @Override
  public ExecutionContext instrumentExecutionContext(
      ExecutionContext context,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    Cost cost =
        costs.of(
            context.getGraphQLSchema(),
            context.getDocument(),
            context.getOperationDefinition(),
            context.getCoercedVariables().toMap());
    context
        .getGraphQLContext()
        .put(Asked.class, new Asked(context.getOperationDefinition().getName(), cost));
    if (context.getGraphQLContext().getOrDefault(Extent.class, Extent.PAGES) == Extent.PAGES) {
      try {
        costs.check(cost);
      } catch (TooComplex refused) {
        throw refusal(refused);
      }
    }
    Bucket bucket = context.getGraphQLContext().get(Bucket.class);
    // An export is not refused for its cost, and its debt should be one that can be waited off.
    long points = Math.min(cost.requested(), limits.nodes());
    if (bucket != null && points > 1) {
      bucket.consumeIgnoringRateLimits(points - 1);
    }
    return context;
  }

  private static AbortExecutionException refusal(TooComplex refused) {
    return new AbortExecutionException(
        List.of(
            GraphqlErrorBuilder.newError()
                .message("%s", refused.getMessage())
                .errorType(ErrorCode.QUERY_TOO_COMPLEX)
                .extensions(Map.of("code", ErrorCode.QUERY_TOO_COMPLEX.name()))
                .build()));
  }
}
