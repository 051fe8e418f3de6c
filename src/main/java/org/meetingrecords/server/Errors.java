package org.meetingrecords.server;

import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphQLException;
import graphql.GraphqlErrorBuilder;
import graphql.schema.DataFetchingEnvironment;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.BadInput;
import org.meetingrecords.read.ReadFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.graphql.execution.DataFetcherExceptionResolverAdapter;

/**
 * Turns what went wrong while a field was read into an error with a code. Nothing internal is told.
 */
final class Errors extends DataFetcherExceptionResolverAdapter {
  private static final Logger LOG = LoggerFactory.getLogger(Errors.class);

  @Override
  protected GraphQLError resolveToSingleError(Throwable thrown, DataFetchingEnvironment field) {
    OutOfMemory.endOn(thrown);
    return switch (thrown) {
      case BadInput wrong ->
          error(field, wrong.field(), ErrorCode.BAD_USER_INPUT, String.valueOf(wrong.getMessage()));
      case ReadFailure failure -> failed(field, failure);
      // Of an argument's value, which the engine looks at no sooner than when the field is read.
      case GraphQLException wrong
          when wrong instanceof GraphQLError engines
              && engines.getErrorType() == ErrorType.ValidationError ->
          error(field, List.of(), ErrorCode.BAD_USER_INPUT, String.valueOf(wrong.getMessage()));
      default -> {
        LOG.error("Reading {} failed", field.getField().getName(), thrown);
        yield error(
            field, List.of(), ErrorCode.INTERNAL, "This could not be answered; the fault is ours.");
      }
    };
  }

  private static GraphQLError failed(DataFetchingEnvironment field, ReadFailure failure) {
    return switch (failure.kind()) {
      case TIMEOUT ->
          error(
              field,
              List.of(),
              ErrorCode.TIMEOUT,
              "This took too long and was given up; ask for less at once.");
      case TOO_COMPLEX ->
          error(
              field,
              List.of(),
              ErrorCode.QUERY_TOO_COMPLEX,
              "This is too much for one answer; ask for less at once.");
      case UNAVAILABLE -> {
        LOG.warn("Reading {} failed: {}", field.getField().getName(), failure.getMessage());
        yield error(
            field,
            List.of(),
            ErrorCode.UNAVAILABLE,
            "The records cannot be read at the moment; try again.");
      }
      case INTERNAL -> {
        LOG.error("Reading {} failed", field.getField().getName(), failure);
        yield error(
            field, List.of(), ErrorCode.INTERNAL, "This could not be answered; the fault is ours.");
      }
    };
  }

  private static GraphQLError error(
      DataFetchingEnvironment field, List<String> below, ErrorCode code, @Nullable String message) {
    List<Object> path = new ArrayList<>(field.getExecutionStepInfo().getPath().toList());
    path.addAll(below);
    return GraphqlErrorBuilder.newError(field)
        .message("%s", message)
        .path(path)
        .errorType(code)
        .extensions(Map.of("code", code.name()))
        .build();
  }
}
