package org.meetingrecords.server;

import graphql.GraphQLContext;
import graphql.GraphQLError;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Extent;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Counts requests by the name of their operation and what came of them, and what they cost. An
 * export is compiled as a request is, but counted by itself.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestMetrics implements WebGraphQlInterceptor {
  /** Clients choose the names, so there is an end to them. */
  private static final int MOST_NAMES = 100;

  private static final int LONGEST_NAME = 60;

  private record Kind(String operation, String code) {}

  private final MeterRegistry metrics;
  private final DistributionSummary costs;
  private final Set<String> names = ConcurrentHashMap.newKeySet();
  private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();

  RequestMetrics(MeterRegistry metrics) {
    this.metrics = metrics;
    this.costs =
        DistributionSummary.builder("records.request.cost")
            .description("Points that requests cost")
            .register(metrics);
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    long began = System.nanoTime();
    return chain.next(request).doOnNext(response -> count(response, System.nanoTime() - began));
  }

  private void count(WebGraphQlResponse response, long nanoseconds) {
    GraphQLContext context = response.getExecutionInput().getGraphQLContext();
    if (context.get(Extent.class) == Extent.WHOLE) {
      return;
    }
    Asked asked = context.getOrDefault(Asked.class, Asked.NOTHING);
    costs.record(asked.cost().requested());
    timers
        .computeIfAbsent(
            new Kind(name(asked.operation()), code(response.getExecutionResult().getErrors())),
            this::timer)
        .record(nanoseconds, TimeUnit.NANOSECONDS);
  }

  private Timer timer(Kind kind) {
    return Timer.builder("records.requests")
        .description("Requests by the name of their operation and the code of their first error")
        .tags("operation", kind.operation(), "code", kind.code())
        .register(metrics);
  }

  private String name(@Nullable String operation) {
    if (operation == null || operation.length() > LONGEST_NAME) {
      return "unnamed";
    }
    return names.contains(operation) || (names.size() < MOST_NAMES && names.add(operation))
        ? operation
        : "others";
  }

  private static String code(List<GraphQLError> errors) {
    if (errors.isEmpty()) {
      return "OK";
    }
    Map<String, Object> extensions = errors.getFirst().getExtensions();
    return extensions == null ? "INTERNAL" : String.valueOf(extensions.get("code"));
  }
}
