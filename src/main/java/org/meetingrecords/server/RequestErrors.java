package org.meetingrecords.server;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import tools.jackson.databind.json.JsonMapper;

/**
 * Answers requests that never reach the engine, as with a broken body, with an error as it does.
 */
@Component
class RequestErrors implements HandlerExceptionResolver, Ordered {
  private static final Logger LOG = LoggerFactory.getLogger(RequestErrors.class);
  static final String BODY =
      "The body is a JSON object with query, a text, and where needed operationName, a text, and"
          + " variables and extensions, objects.";

  private final JsonMapper json;

  RequestErrors(JsonMapper json) {
    this.json = json;
  }

  @Override
  public int getOrder() {
    return HIGHEST_PRECEDENCE;
  }

  @Override
  public @Nullable ModelAndView resolveException(
      HttpServletRequest request,
      HttpServletResponse response,
      @Nullable Object handler,
      Exception thrown) {
    OutOfMemory.endOn(thrown);
    if (!PlainPaths.of(request).equals("/graphql") || response.isCommitted()) {
      return null;
    }
    int status = status(thrown);
    try {
      if (!HttpMethod.POST.matches(request.getMethod())) {
        response.setHeader(HttpHeaders.ALLOW, "GET, POST");
        write(response, HttpServletResponse.SC_METHOD_NOT_ALLOWED);
      } else {
        if (status >= HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
          LOG.error("A request failed", thrown);
        }
        write(response, status);
      }
    } catch (IOException gone) {
      throw new UncheckedIOException(gone);
    }
    return new ModelAndView();
  }

  /** Writes what there is to say of a status alone. */
  void write(HttpServletResponse response, int status) throws IOException {
    switch (status) {
      case HttpServletResponse.SC_BAD_REQUEST -> refuse(response, status, BODY);
      case HttpServletResponse.SC_NOT_FOUND ->
          write(
              response,
              status,
              ErrorCode.NOT_FOUND,
              "Nothing is here; the first page, /, links what there is.");
      case HttpServletResponse.SC_METHOD_NOT_ALLOWED ->
          refuse(response, status, "Questions are asked by POST or GET.");
      case HttpServletResponse.SC_NOT_ACCEPTABLE ->
          refuse(
              response,
              status,
              "Accept: answers are application/graphql-response+json or application/json.");
      case HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE ->
          refuse(response, status, "Content-Type: a body is application/json, in UTF-8.");
      default -> {
        if (status < HttpServletResponse.SC_INTERNAL_SERVER_ERROR) {
          refuse(response, status, "This request cannot be read.");
        } else {
          write(
              response,
              status,
              ErrorCode.INTERNAL,
              "This could not be answered; the fault is ours.");
        }
      }
    }
  }

  private void refuse(HttpServletResponse response, int status, String message) throws IOException {
    write(response, status, ErrorCode.BAD_USER_INPUT, message);
  }

  private static int status(Exception thrown) {
    return switch (thrown) {
      case HttpMessageNotReadableException broken -> HttpServletResponse.SC_BAD_REQUEST;
      case ErrorResponse refused -> refused.getStatusCode().value();
      default -> HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
    };
  }

  /** Writes an answer that is nothing but this error. */
  void write(HttpServletResponse response, int status, ErrorCode code, String message)
      throws IOException {
    Map<String, Object> error = new LinkedHashMap<>();
    error.put("message", message);
    error.put("extensions", Map.of("code", code.name()));
    response.setStatus(status);
    response.setContentType(MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(Map.of("errors", List.of(error))));
  }
}
