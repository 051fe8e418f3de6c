package org.meetingrecords.server;

import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.coyote.AbstractProcessor;
import org.apache.coyote.Constants;
import org.apache.coyote.http11.Http11NioProtocol;
import org.apache.tomcat.util.net.SocketWrapperBase;
import org.jspecify.annotations.Nullable;

/**
 * HTTP/1.1 that hangs up on who takes too long for the head of a request. Tomcat itself only limits
 * the silence between two bytes, so that a byte now and then keeps a connection for ever. Tomcat
 * makes one by its name.
 */
public final class PatientProtocol extends Http11NioProtocol {
  private static final Duration PATIENCE = Duration.ofSeconds(12);

  /** Since when a connection has been in the midst of a head. Only the watch touches it. */
  private final Map<SocketWrapperBase<?>, Long> unfinished = new HashMap<>();

  private @Nullable ScheduledFuture<?> watch;

  @Override
  public void start() throws Exception {
    super.start();
    watch =
        getUtilityExecutor().scheduleWithFixedDelay(this::hangUpOnTheSlow, 1, 1, TimeUnit.SECONDS);
  }

  @Override
  public void stop() throws Exception {
    if (watch != null) {
      watch.cancel(false);
    }
    super.stop();
  }

  private void hangUpOnTheSlow() {
    long now = System.nanoTime();
    var connections = getEndpoint().getConnections();
    unfinished.keySet().retainAll(connections);
    for (SocketWrapperBase<?> connection : connections) {
      if (!isWithinHead(connection)) {
        unfinished.remove(connection);
      } else if (now - unfinished.computeIfAbsent(connection, fresh -> now) > PATIENCE.toNanos()) {
        unfinished.remove(connection);
        connection.close();
      }
    }
  }

  /** A processor that is neither at work nor waiting for an answer has read a part of a head. */
  private static boolean isWithinHead(SocketWrapperBase<?> connection) {
    if (!(connection.getCurrentProcessor() instanceof AbstractProcessor processor)) {
      return false;
    }
    int stage = processor.getRequest().getRequestProcessor().getStage();
    return !processor.isAsync()
        && (stage == Constants.STAGE_ENDED || stage == Constants.STAGE_PARSE);
  }
}
