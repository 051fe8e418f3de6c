package org.meetingrecords.export;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;

/**
 * Who asks for an export, as those want to know it who look at every request.
 *
 * @param client null where nobody asks over HTTP
 * @param attributes what filters have found out of the request
 * @param told takes the headers that the answer is to have
 */
record Caller(
    URI address,
    @Nullable InetSocketAddress client,
    Map<String, Object> attributes,
    Consumer<HttpHeaders> told) {

  static final Caller COMMAND = new Caller(URI.create("/export"), null, Map.of(), headers -> {});
}
