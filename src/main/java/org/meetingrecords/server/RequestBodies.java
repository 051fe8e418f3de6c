package org.meetingrecords.server;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Set;
import org.apache.coyote.CloseNowException;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Limits;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Reads the body of a request by POST, as far as it may be long and may take, before anything looks
 * into it.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 40)
class RequestBodies extends OncePerRequestFilter {
  private static final Set<String> PATHS = Set.of("/graphql", "/export");

  /**
   * In all; a single read waits as long as {@code server.tomcat.connection-timeout} says, so a slow
   * sender is gone after both together.
   */
  private static final Duration PATIENCE = Duration.ofSeconds(9);

  private static final int ROOM = 8 * 1024;

  private final int longest;
  private final RequestErrors errors;

  RequestBodies(Limits limits, RequestErrors errors) {
    this.longest = Math.toIntExact(limits.body().toBytes());
    this.errors = errors;
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !HttpMethod.POST.matches(request.getMethod()) || !PATHS.contains(PlainPaths.of(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    boolean graphQl = PlainPaths.of(request).equals("/graphql");
    String encoding = request.getHeader(HttpHeaders.CONTENT_ENCODING);
    if (encoding != null && !encoding.equalsIgnoreCase("identity")) {
      refuse(
          response,
          HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE,
          "Content-Encoding: the body is taken as it is, not compressed.");
      return;
    }
    if (graphQl && !isJson(request.getContentType())) {
      errors.write(response, HttpServletResponse.SC_UNSUPPORTED_MEDIA_TYPE);
      return;
    }
    byte @Nullable [] body;
    try {
      body = request.getContentLengthLong() > longest ? null : read(request.getInputStream());
    } catch (SocketTimeoutException slow) {
      response.setHeader(HttpHeaders.CONNECTION, "close");
      refuse(response, HttpServletResponse.SC_REQUEST_TIMEOUT, "The body came too slowly.");
      response.flushBuffer();
      // Tomcat would read the rest of the body, however long that takes.
      throw new CloseNowException(slow);
    }
    if (body == null) {
      refuse(
          response,
          HttpServletResponse.SC_REQUEST_ENTITY_TOO_LARGE,
          "The body has at most %,d bytes.".formatted(longest));
    } else if (graphQl && (!startsAnObject(body) || !isUtf8(body))) {
      refuse(response, HttpServletResponse.SC_BAD_REQUEST, RequestErrors.BODY);
    } else {
      chain.doFilter(new BufferedRequest(request, body), response);
    }
  }

  /** Another type would also come from a form on any page, without the browser asking first. */
  private static boolean isJson(@Nullable String type) {
    try {
      MediaType given = MediaType.parseMediaType(String.valueOf(type));
      Charset charset = given.getCharset();
      return given.equalsTypeAndSubtype(MediaType.APPLICATION_JSON)
          && (charset == null || charset.equals(StandardCharsets.UTF_8));
    } catch (IllegalArgumentException none) {
      return false;
    }
  }

  private void refuse(HttpServletResponse response, int status, String message) throws IOException {
    errors.write(response, status, ErrorCode.BAD_USER_INPUT, message);
  }

  /** Null where it is too long. */
  private byte @Nullable [] read(InputStream body) throws IOException {
    long end = System.nanoTime() + PATIENCE.toNanos();
    var bytes = new ByteArrayOutputStream();
    var buffer = new byte[ROOM];
    for (int got = body.read(buffer); got >= 0; got = body.read(buffer)) {
      bytes.write(buffer, 0, got);
      if (bytes.size() > longest) {
        return null;
      }
      if (System.nanoTime() - end > 0) {
        throw new SocketTimeoutException();
      }
    }
    return bytes.toByteArray();
  }

  /** The parser of JSON takes more for UTF-8 than there is. */
  private static boolean isUtf8(byte[] body) {
    try {
      StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(body));
      return true;
    } catch (CharacterCodingException other) {
      return false;
    }
  }

  /** Nothing else is a request; a list of requests would be one that nobody limits. */
  private static boolean startsAnObject(byte[] body) {
    for (byte each : body) {
      if (each == '{') {
        return true;
      }
      if (each != ' ' && each != '\n' && each != '\r' && each != '\t') {
        return false;
      }
    }
    return false;
  }
}
