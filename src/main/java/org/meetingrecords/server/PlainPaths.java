package org.meetingrecords.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.regex.Pattern;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers only paths that are written plainly. Spring finds {@code /graphql} also where it is
 * written {@code /graphql;x} or {@code /%67raphql}, but limits go by the path as it is written. No
 * path here needs such signs.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 25)
class PlainPaths extends OncePerRequestFilter {
  private static final Pattern OTHER_SPELLING = Pattern.compile("[;%]|//");

  private final RequestErrors errors;

  PlainPaths(RequestErrors errors) {
    this.errors = errors;
  }

  /** The path of a request that has come past here, without that of the whole application. */
  static String of(HttpServletRequest request) {
    return request.getRequestURI().substring(request.getContextPath().length());
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    if (OTHER_SPELLING.matcher(request.getRequestURI()).find()) {
      errors.write(response, HttpServletResponse.SC_NOT_FOUND);
    } else {
      chain.doFilter(request, response);
    }
  }
}
