package org.meetingrecords.server;

import com.github.benmanes.caffeine.cache.AsyncCache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/** Keeps parsed and validated documents, up to a total length of their texts: the same few come again and again. */
final class DocumentCache implements PreparsedDocumentProvider {
  private static final long MOST_CHARACTERS = 4_000_000;

  private final AsyncCache<String, PreparsedDocumentEntry> documents =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
          .executor(Runnable::run)
          .buildAsync();

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    CompletableFuture<PreparsedDocumentEntry> known = documents.getIfPresent(input.getQuery());
    if (known != null) {
      return known;
    }
    PreparsedDocumentEntry entry = parseAndValidate.apply(input);
    var parsed = CompletableFuture.completedFuture(entry);
    if (!entry.hasErrors()) {
      documents.put(input.getQuery(), parsed);
    }
    return parsed;
  }
}
