package org.meetingrecords.export;

import graphql.GraphQLError;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * An export that does not begin. The errors are for the client, in the shape that GraphQL gives
 * them.
 */
public final class ExportRefused extends RuntimeException {
  private final transient List<Map<String, Object>> errors;

  private ExportRefused(List<Map<String, Object>> errors) {
    super(
        errors.stream()
            .map(error -> String.valueOf(error.get("message")))
            .collect(Collectors.joining("\n")),
        null,
        false,
        false);
    this.errors = errors;
  }

  static ExportRefused of(String code, String message) {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("extensions", Map.of("code", code));
    return new ExportRefused(List.of(error));
  }

  static ExportRefused badInput(String message) {
    return of("BAD_USER_INPUT", message);
  }

  static ExportRefused of(List<GraphQLError> errors) {
    return new ExportRefused(errors.stream().map(GraphQLError::toSpecification).toList());
  }

  List<Map<String, Object>> errors() {
    return errors;
  }

  /** {@code extensions.code} of the first error. */
  public String code() {
    return errors.getFirst().get("extensions") instanceof Map<?, ?> extensions
        ? String.valueOf(extensions.get("code"))
        : "INTERNAL";
  }
}
