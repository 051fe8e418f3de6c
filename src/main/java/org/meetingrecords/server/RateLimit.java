package org.meetingrecords.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.time.Duration;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each client a bucket of points. A request takes one point before it is looked at, and the
 * rest of its cost, which may leave the bucket in debt, before it is run. An empty bucket is
 * answered with 429.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE + 30)
class RateLimit extends OncePerRequestFilter {
  static final int TOO_MANY_REQUESTS = 429;
  static final String REMAINING = "X-RateLimit-Remaining";
  private static final Set<String> PATHS = Set.of("/graphql", "/export");
  private static final int NETWORK_BYTES = 8;

  private final RateProperties rate;
  private final RequestErrors errors;
  private final Cache<String, Bucket> buckets;

  RateLimit(RateProperties rate, RequestErrors errors) {
    this.rate = rate;
    this.errors = errors;
    this.buckets =
        Caffeine.newBuilder()
            .maximumSize(rate.clients())
            .expireAfter(Expiry.accessing((String client, Bucket bucket) -> memory(bucket)))
            .build();
  }

  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return rate.points() <= 0 || !PATHS.contains(PlainPaths.of(request));
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String client = client(request.getRemoteAddr());
    Bucket bucket = buckets.get(client, unknown -> full());
    ConsumptionProbe probe = bucket.tryConsumeAndReturnRemaining(1);
    response.setHeader("X-RateLimit-Limit", Long.toString(rate.points()));
    response.setHeader("X-RateLimit-Reset", Long.toString(seconds(probe.getNanosToWaitForReset())));
    if (probe.isConsumed()) {
      request.setAttribute(Bucket.class.getName(), bucket);
      try {
        chain.doFilter(request, response);
      } finally {
        // Remembered anew, for as long as the debt lasts that it may have made.
        buckets.put(client, bucket);
      }
      if (!response.isCommitted() && !response.containsHeader(REMAINING)) {
        response.setHeader(REMAINING, Long.toString(Math.max(0, bucket.getAvailableTokens())));
      }
      return;
    }
    response.setHeader(REMAINING, "0");
    long wait = seconds(probe.getNanosToWaitForRefill());
    response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(wait));
    errors.write(
        response,
        TOO_MANY_REQUESTS,
        ErrorCode.RATE_LIMITED,
        "You may ask for %,d points in %d seconds; come again in %d seconds."
            .formatted(rate.points(), rate.period().toSeconds(), wait));
  }

  /** Until it is full again, and no longer differs from a new one; longer than a request takes. */
  private Duration memory(Bucket bucket) {
    long untilFull = bucket.estimateAbilityToConsume(rate.points()).getNanosToWaitForRefill();
    return rate.period().multipliedBy(10).plusNanos(untilFull);
  }

  private Bucket full() {
    return Bucket.builder()
        .addLimit(limit -> limit.capacity(rate.points()).refillGreedy(rate.points(), rate.period()))
        .build();
  }

  private static long seconds(long nanoseconds) {
    return TimeUnit.NANOSECONDS.toSeconds(nanoseconds + TimeUnit.SECONDS.toNanos(1) - 1);
  }

  /** Who has an IPv6 address has the 2^64 beside it too. */
  private static String client(String address) {
    if (address.indexOf(':') < 0) {
      return address;
    }
    try {
      return InetAddress.ofLiteral(address) instanceof Inet6Address six
          ? HexFormat.of().formatHex(Arrays.copyOf(six.getAddress(), NETWORK_BYTES))
          : address;
    } catch (IllegalArgumentException odd) {
      return address;
    }
  }
}
