package org.meetingrecords.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Tells browsers to do nothing with an answer but read it; a page allows itself what it needs by a
 * policy of its own. Gives a refusal that has no body one as GraphQL has them.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 10)
class ResponseHeaders extends OncePerRequestFilter {
  private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

  private final RequestErrors errors;

  ResponseHeaders(RequestErrors errors) {
    this.errors = errors;
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Content-Security-Policy", NOTHING);
    response.setHeader("Referrer-Policy", "no-referrer");
    try {
      chain.doFilter(request, response);
    } catch (Throwable thrown) {
      OutOfMemory.endOn(thrown);
      throw thrown;
    }
    boolean bare =
        response.getStatus() >= HttpServletResponse.SC_BAD_REQUEST
            && response.getContentType() == null
            && !response.isCommitted()
            && !request.isAsyncStarted();
    if (bare) {
      boolean acceptsNothing =
          response.getStatus() == HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE;
      // RequestBodies let the content type pass, so it is the answer's that nobody can give.
      errors.write(
          response, acceptsNothing ? HttpServletResponse.SC_NOT_ACCEPTABLE : response.getStatus());
    }
  }
}
