package org.meetingrecords.export;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.apache.catalina.connector.ClientAbortException;
import org.apache.coyote.CloseNowException;
import org.meetingrecords.read.ReadFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a client gets that gets no export: an error as GraphQL has it, or, once the first byte is
 * out, a connection that breaks.
 */
@Component
class ExportFaults {
  private static final Logger LOG = LoggerFactory.getLogger(ExportFaults.class);
  private static final List<String> OF_A_FILE =
      List.of(HttpHeaders.CONTENT_DISPOSITION, HttpHeaders.ETAG);
  private static final String SECONDS_TO_COME_AGAIN = "10";

  private final JsonMapper json;

  ExportFaults(JsonMapper json) {
    this.json = json;
  }

  void refuse(HttpServletResponse response, ExportRefused refused) throws IOException {
    HttpStatus status = status(refused.code());
    if (status == HttpStatus.TOO_MANY_REQUESTS || status == HttpStatus.SERVICE_UNAVAILABLE) {
      response.setHeader(HttpHeaders.RETRY_AFTER, SECONDS_TO_COME_AGAIN);
    }
    response.setStatus(status.value());
    response.setContentType(MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE);
    response.getOutputStream().write(json.writeValueAsBytes(Map.of("errors", refused.errors())));
  }

  private static HttpStatus status(String code) {
    return switch (code) {
      case "UNAUTHENTICATED" -> HttpStatus.UNAUTHORIZED;
      case "FORBIDDEN" -> HttpStatus.FORBIDDEN;
      case "RATE_LIMITED" -> HttpStatus.TOO_MANY_REQUESTS;
      case "TIMEOUT" -> HttpStatus.GATEWAY_TIMEOUT;
      case "UNAVAILABLE" -> HttpStatus.SERVICE_UNAVAILABLE;
      case "INTERNAL" -> HttpStatus.INTERNAL_SERVER_ERROR;
      default -> HttpStatus.BAD_REQUEST;
    };
  }

  /** The database failed. */
  void failed(HttpServletRequest request, HttpServletResponse response, ReadFailure failure)
      throws IOException {
    LOG.warn("An export failed: {}", failure.getMessage());
    refuseOrBreak(request, response, failure, refusal(failure.kind()));
  }

  static ExportRefused refusal(ReadFailure.Kind kind) {
    return switch (kind) {
      case TIMEOUT ->
          ExportRefused.of(
              "TIMEOUT",
              "The first rows took too long to find; ask for less, or in another order.");
      case TOO_COMPLEX ->
          ExportRefused.of("QUERY_TOO_COMPLEX", "This is too much for one row; ask for less.");
      case UNAVAILABLE ->
          ExportRefused.of("UNAVAILABLE", "The records cannot be read at the moment; try again.");
      case INTERNAL -> ours();
    };
  }

  /** We failed. */
  void ours(HttpServletRequest request, HttpServletResponse response, Exception failure)
      throws IOException {
    LOG.error("An export failed", failure);
    refuseOrBreak(request, response, failure, ours());
  }

  private static ExportRefused ours() {
    return ExportRefused.of("INTERNAL", "This could not be exported; the fault is ours.");
  }

  /** Whether it was the client: one that left, or took nothing or too little for too long. */
  static boolean isOfTheClient(Throwable failure) {
    for (Throwable each = failure; each != null; each = each.getCause()) {
      if (each instanceof ClientAbortException
          || each instanceof CloseNowException
          || each instanceof PacedOutput.TooSlow) {
        return true;
      }
    }
    return false;
  }

  void gone(HttpServletRequest request, Exception failure) {
    LOG.info("An export ended because nobody took it: {}", failure.getMessage());
    BrokenResponses.mark(request, failure);
  }

  private void refuseOrBreak(
      HttpServletRequest request,
      HttpServletResponse response,
      Exception failure,
      ExportRefused refused)
      throws IOException {
    if (response.isCommitted()) {
      BrokenResponses.mark(request, failure);
    } else {
      // The headers that filters have set are for this answer too.
      response.resetBuffer();
      OF_A_FILE.forEach(header -> response.setHeader(header, null));
      refuse(response, refused);
    }
  }
}
