package org.meetingrecords.server;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/**
 * Answers what nothing else answered, as a path that is none, with an error as GraphQL has them.
 */
@Controller
class OtherErrors implements ErrorController {
  private final RequestErrors errors;

  OtherErrors(RequestErrors errors) {
    this.errors = errors;
  }

  @RequestMapping("/error")
  void answer(HttpServletRequest request, HttpServletResponse response) throws IOException {
    boolean told =
        request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE) instanceof Integer status
            && status != HttpServletResponse.SC_OK;
    errors.write(
        response,
        told
            ? (int) request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)
            : HttpServletResponse.SC_NOT_FOUND);
  }
}
