package org.meetingrecords.server;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;

/**
 * Answers what is no HTTP request at all, such as a broken first line, as the application answers
 * what it refuses. Tomcat makes one by its name.
 */
public final class RefusedByTomcat extends ErrorReportValve {
  private static final String ANSWER =
      """
      {"errors":[{"message":"%s","extensions":{"code":"%s"}}]}""";

  @Override
  protected void report(Request request, Response response, @Nullable Throwable thrown) {
    int status = response.getStatus();
    if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported()) {
      return;
    }
    String answer =
        status < 500
            ? ANSWER.formatted("This is no request that can be read.", ErrorCode.BAD_USER_INPUT)
            : ANSWER.formatted(
                "This could not be answered; the fault is ours.", ErrorCode.INTERNAL);
    byte[] bytes = answer.getBytes(StandardCharsets.UTF_8);
    try {
      response.setContentType(MediaType.APPLICATION_GRAPHQL_RESPONSE_VALUE);
      response.setContentLength(bytes.length);
      response.setHeader("X-Content-Type-Options", "nosniff");
      try (OutputStream out = response.getOutputStream()) {
        out.write(bytes);
      }
    } catch (IOException | IllegalStateException gone) {
      // Nobody is there to be told.
    }
  }
}
