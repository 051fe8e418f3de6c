package org.meetingrecords.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * GraphQL by GET: the parameters {@code query}, {@code operationName}, {@code variables} and {@code
 * extensions}, after the GraphQL over HTTP specification, are handed on as the JSON of a POST.
 * There are only queries, so nothing is refused that a GET must not do.
 */
@Component
class GetRequests extends OncePerRequestFilter {
  private static final List<String> OBJECTS = List.of("variables", "extensions");

  private final JsonMapper json;
  private final RequestErrors errors;

  GetRequests(JsonMapper json, RequestErrors errors) {
    this.json = json;
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.GET.matches(request.getMethod())
        || !PlainPaths.of(request).equals("/graphql");
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    ObjectNode body = json.createObjectNode();
    for (String name : List.of("query", "operationName")) {
      String value = request.getParameter(name);
      if (value != null) {
        body.put(name, value);
      }
    }
    for (String name : OBJECTS) {
      String value = request.getParameter(name);
      if (value != null && !value.isBlank()) {
        try {
          body.set(name, json.readTree(value));
        } catch (JacksonException malformed) {
          refuse(response, name + ": this parameter takes a JSON object.");
          return;
        }
      }
    }
    if (!body.has("query") && !body.at("/extensions/persistedQuery").isObject()) {
      refuse(
          response,
          "query: this parameter takes a GraphQL document; a request by POST takes it as JSON.");
      return;
    }
    chain.doFilter(new AsPost(request, json.writeValueAsBytes(body)), response);
  }

  private void refuse(HttpServletResponse response, String message) throws IOException {
    errors.write(response, HttpServletResponse.SC_BAD_REQUEST, ErrorCode.BAD_USER_INPUT, message);
  }

  /** The same request with a JSON body. */
  private static final class AsPost extends BufferedRequest {

    AsPost(HttpServletRequest request, byte[] body) {
      super(request, body);
    }

    @Override
    public String getMethod() {
      return HttpMethod.POST.name();
    }

    @Override
    public String getContentType() {
      return MediaType.APPLICATION_JSON_VALUE;
    }

    @Override
    public String getHeader(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "content-type" -> getContentType();
        case "content-length" -> Integer.toString(getContentLength());
        case "accept" -> accepted();
        default -> super.getHeader(name);
      };
    }

    @Override
    public Enumeration<String> getHeaders(String name) {
      return switch (name.toLowerCase(Locale.ROOT)) {
        case "content-type", "content-length", "accept" ->
            Collections.enumeration(List.of(getHeader(name)));
        default -> super.getHeaders(name);
      };
    }

    /** A browser asks for a page; what it gets is JSON, which it shows. */
    private String accepted() {
      String accept = super.getHeader(HttpHeaders.ACCEPT);
      return accept == null || accept.contains("text/html")
          ? MediaType.APPLICATION_JSON_VALUE
          : accept;
    }
  }
}
