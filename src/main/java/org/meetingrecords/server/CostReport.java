package org.meetingrecords.server;

import io.github.bucket4j.Bucket;
import java.util.LinkedHashMap;
import java.util.Map;
import org.meetingrecords.limits.Cost;
import org.meetingrecords.limits.Limits;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Tells with every answer, as {@code extensions.cost}, what it cost and what one may; and how many
 * points the client has left, where they are counted.
 */
@Component
class CostReport implements WebGraphQlInterceptor {
  private final Limits limits;

  CostReport(Limits limits) {
    this.limits = limits;
  }

  @Override
  public Mono<WebGraphQlResponse> intercept(WebGraphQlRequest request, Chain chain) {
    if (!(request.getAttributes().get(Bucket.class.getName()) instanceof Bucket bucket)) {
      return chain.next(request).map(this::withCost);
    }
    request.configureExecutionInput(
        (input, builder) -> {
          input.getGraphQLContext().put(Bucket.class, bucket);
          return input;
        });
    return chain
        .next(request)
        .map(
            answer -> {
              long left = Math.max(0, bucket.getAvailableTokens());
              answer.getResponseHeaders().set(RateLimit.REMAINING, Long.toString(left));
              return withCost(answer);
            });
  }

  private WebGraphQlResponse withCost(WebGraphQlResponse response) {
    Cost cost =
        response
            .getExecutionInput()
            .getGraphQLContext()
            .getOrDefault(Asked.class, Asked.NOTHING)
            .cost();
    Map<String, Object> told = LinkedHashMap.newLinkedHashMap(3);
    told.put("requested", cost.requested());
    told.put("limit", limits.nodes());
    told.put("nodes", cost.nodes());
    Map<Object, Object> extensions = new LinkedHashMap<>(response.getExtensions());
    extensions.put("cost", told);
    return response.transform(answer -> answer.extensions(extensions));
  }
}
