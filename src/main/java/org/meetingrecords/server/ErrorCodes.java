package org.meetingrecords.server;

import graphql.ErrorClassification;
import graphql.ErrorType;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.persisted.PersistedQueryError;
import graphql.execution.preparsed.persisted.PersistedQueryNotFound;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import reactor.core.publisher.Mono;

/**
 * Gives the engine's own errors, of syntax and validation, their code too; and has them in one
 * language, that of all the other errors.
 */
final class ErrorCodes implements WebGraphQlInterceptor {

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    request.configureExecutionInput((input, builder) -> builder.locale(Locale.ENGLISH).build());
    return chain
        .next(request)
        .map(
            response -> {
              List<GraphQLError> errors = response.getExecutionResult().getErrors();
              return errors.isEmpty()
                  ? response
                  : response.transform(
                      builder ->
                          builder.errors(errors.stream().map(ErrorCodes::withCode).toList()));
            });
  }

  private static GraphQLError withCode(GraphQLError error) {
    if (error.getExtensions() != null && error.getExtensions().containsKey("code")) {
      return error;
    }
    ErrorCode code =
        switch (error.getErrorType()) {
          case ErrorClassification any when EngineWords.tellOfLimits(error.getMessage()) ->
              ErrorCode.QUERY_TOO_COMPLEX;
          case ErrorType.InvalidSyntax,
              ErrorType.ValidationError,
              ErrorType.OperationNotSupported ->
              ErrorCode.BAD_USER_INPUT;
          case PersistedQueryNotFound unknown -> ErrorCode.PERSISTED_QUERY_NOT_FOUND;
          case PersistedQueryError wrong -> ErrorCode.BAD_USER_INPUT;
          case null, default -> ErrorCode.INTERNAL;
        };
    Map<String, Object> extensions = new HashMap<>();
    if (error.getExtensions() != null) {
      extensions.putAll(error.getExtensions());
    }
    extensions.put("code", code.name());
    var coded =
        GraphqlErrorBuilder.newError()
            .message("%s", EngineWords.plain(String.valueOf(error.getMessage())))
            .errorType(code)
            .extensions(extensions);
    if (error.getLocations() != null) {
      coded.locations(error.getLocations());
    }
    if (error.getPath() != null) {
      coded.path(error.getPath());
    }
    return coded.build();
  }
}
