package org.meetingrecords.server;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import graphql.ExecutionInput;
import graphql.GraphQLError;
import graphql.GraphqlErrorBuilder;
import graphql.execution.preparsed.PreparsedDocumentEntry;
import graphql.execution.preparsed.PreparsedDocumentProvider;
import graphql.execution.preparsed.persisted.ApolloPersistedQuerySupport;
import graphql.execution.preparsed.persisted.PersistedQueryCacheMiss;
import graphql.execution.preparsed.persisted.PersistedQueryNotFound;
import graphql.execution.preparsed.persisted.PersistedQuerySupport;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/**
 * Keeps parsed and validated documents, up to a total length of their texts: the same few come
 * again and again. A client may send a document's SHA-256 hash instead of the document, once it has
 * sent both together (automatic persisted queries).
 */
final class DocumentCache implements PreparsedDocumentProvider {
  private static final long MOST_CHARACTERS = 4_000_000;
  private static final GraphQLError NO_HASH =
      GraphqlErrorBuilder.newError()
          .message("extensions.persistedQuery: an object with version, 1, and sha256Hash, a text.")
          .errorType(ErrorCode.BAD_USER_INPUT)
          .extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name()))
          .build();

  private final Cache<String, PreparsedDocumentEntry> documents =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((String text, PreparsedDocumentEntry entry) -> text.length())
          .build();

  private final Cache<Object, String> textsByHash =
      Caffeine.newBuilder()
          .maximumWeight(MOST_CHARACTERS)
          .weigher((Object hash, String text) -> text.length())
          .build();

  private final PreparsedDocumentProvider persisted =
      new ApolloPersistedQuerySupport(
          (hash, input, parse) -> CompletableFuture.completedFuture(byHash(hash, input, parse)));

  @Override
  public CompletableFuture<PreparsedDocumentEntry> getDocumentAsync(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    Object hash = input.getExtensions().get("persistedQuery");
    if (hash != null
        && !(hash instanceof Map<?, ?> map && map.get("sha256Hash") instanceof String)) {
      return CompletableFuture.completedFuture(new PreparsedDocumentEntry(NO_HASH));
    }
    return persisted.getDocumentAsync(input, sent -> byText(sent, parseAndValidate));
  }

  private PreparsedDocumentEntry byText(
      ExecutionInput input, Function<ExecutionInput, PreparsedDocumentEntry> parseAndValidate) {
    PreparsedDocumentEntry known = documents.getIfPresent(input.getQuery());
    if (known != null) {
      return known;
    }
    PreparsedDocumentEntry entry = parseAndValidate.apply(input);
    if (!entry.hasErrors()) {
      documents.put(input.getQuery(), entry);
    }
    return entry;
  }

  /** Parsing fails where the text that came with the hash has another. */
  private PreparsedDocumentEntry byHash(
      Object hash, ExecutionInput input, PersistedQueryCacheMiss parse) {
    boolean sent = !input.getQuery().equals(PersistedQuerySupport.PERSISTED_QUERY_MARKER);
    String text = sent ? input.getQuery() : textsByHash.getIfPresent(hash);
    if (text == null) {
      throw new PersistedQueryNotFound(hash);
    }
    PreparsedDocumentEntry entry = parse.apply(text);
    if (!entry.hasErrors()) {
      textsByHash.put(hash, text);
    }
    return entry;
  }
}
