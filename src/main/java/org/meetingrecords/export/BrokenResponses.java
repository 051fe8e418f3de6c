package org.meetingrecords.export;

import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;
import org.apache.coyote.ActionCode;

/**
 * Closes the connection under a response that failed half-way. Without its last chunk every client
 * sees that it is not whole; Tomcat by itself would end it well, or add a page about the error to
 * it.
 */
final class BrokenResponses extends ValveBase {
  private static final String BROKEN = BrokenResponses.class.getName();

  BrokenResponses() {
    super(true);
  }

  /** Has the connection closed as soon as the request is left. */
  static void mark(HttpServletRequest request, Throwable failure) {
    request.setAttribute(BROKEN, failure);
  }

  @Override
  public void invoke(Request request, Response response) throws IOException, ServletException {
    getNext().invoke(request, response);
    Object failure = request.getAttribute(BROKEN);
    if (failure != null) {
      response.getCoyoteResponse().action(ActionCode.CLOSE_NOW, failure);
    }
  }
}
