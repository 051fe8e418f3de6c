package org.meetingrecords.export;

import graphql.execution.UnknownOperationException;
import graphql.language.Document;
import graphql.language.NodeUtil;
import graphql.language.OperationDefinition;
import graphql.parser.InvalidSyntaxException;
import graphql.parser.Parser;
import java.io.IOException;
import java.io.OutputStream;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Semaphore;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Extent;
import org.meetingrecords.read.BadInput;
import org.meetingrecords.read.ReadDatabase;
import org.meetingrecords.read.ReadFailure;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.RowsWanted;
import org.meetingrecords.read.RowsWanted.Beside;
import org.meetingrecords.read.Snapshot;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.info.BuildProperties;
import org.springframework.graphql.ExecutionGraphQlService;
import org.springframework.graphql.server.WebGraphQlHandler;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import org.springframework.graphql.server.WebGraphQlRequest;
import org.springframework.graphql.server.WebGraphQlResponse;
import org.springframework.graphql.support.DefaultGraphQlRequest;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.util.LinkedMultiValueMap;

/** Makes exports out of requests, a few at once. */
@Component
public final class Exports {
  private final WebGraphQlHandler engine;
  private final ReadDatabase database;
  private final Semaphore places;
  private final String application;

  Exports(
      ExecutionGraphQlService engine,
      ObjectProvider<WebGraphQlInterceptor> interceptors,
      @Qualifier("exporting") ReadDatabase database,
      ExportProperties properties,
      ObjectProvider<BuildProperties> build) {
    this.engine =
        WebGraphQlHandler.builder(engine)
            .interceptors(interceptors.orderedStream().toList())
            .build();
    this.database = database;
    this.places = new Semaphore(properties.atOnce());
    this.application =
        build.stream()
            .map(BuildProperties::getVersion)
            .findFirst()
            .map(version -> "Meeting Records " + version)
            .orElse("Meeting Records");
  }

  /** Where an export is written to. */
  @FunctionalInterface
  public interface Target {
    /** Called once, when the first rows are there and nothing can be refused any more. */
    OutputStream open() throws IOException;
  }

  /** A place among the exports that run at once; closing it gives it back. */
  interface Place extends AutoCloseable {
    @Override
    void close();
  }

  /**
   * @throws ExportRefused when all are taken
   */
  Place place() {
    if (!places.tryAcquire()) {
      throw ExportRefused.of(
          "RATE_LIMITED", "As many exports run at the moment as may at once; come again soon.");
    }
    return places::release;
  }

  /** The state of the database that one export reads. */
  Snapshot snapshot() {
    return new Snapshot(database);
  }

  /**
   * Exports, outside of any web request.
   *
   * @param watcher is told after each node how many there were
   * @return how many rows were written
   * @throws ExportRefused when the query is wrong or none that can be exported, or the database
   *     fails
   */
  public long write(ExportRequest request, Target target, LongConsumer watcher) throws IOException {
    Export export = compile(request, Caller.COMMAND);
    try (Snapshot snapshot = snapshot()) {
      return write(export, snapshot, target, watcher);
    } catch (ReadFailure failure) {
      throw ExportFaults.refusal(failure.kind());
    }
  }

  long write(Export export, Snapshot snapshot, Target target, LongConsumer watcher)
      throws IOException {
    return export.write(snapshot, application, target, watcher);
  }

  /**
   * Checks and compiles, as the engine does with any request.
   *
   * @throws ExportRefused when the query is wrong, or none that can be exported
   */
  Export compile(ExportRequest request, Caller caller) {
    requireOptionsThatFit(request);
    if (request.isForEverything()) {
      return new BundleExport(request, null, "records");
    }
    String name = requireQuery(request);
    boolean bundle = request.format() == ExportFormat.BUNDLE;
    var wanted =
        new RowsWanted(
            bundle ? Beside.RECORDS : request.archive() ? Beside.SOURCES : Beside.NOTHING,
            lists(request));
    var asked =
        new WebGraphQlRequest(
            caller.address(),
            new HttpHeaders(),
            new LinkedMultiValueMap<>(),
            caller.client(),
            caller.attributes(),
            new DefaultGraphQlRequest(
                request.query(),
                request.operationName(),
                new HashMap<String, @Nullable Object>(request.variables()),
                Map.of()),
            UUID.randomUUID().toString(),
            Locale.ENGLISH);
    asked.configureExecutionInput(
        (input, builder) ->
            builder
                .graphQLContext(Map.of(RowsWanted.class, wanted, Extent.class, Extent.WHOLE))
                .build());
    WebGraphQlResponse response = engine.handleRequest(asked).block();
    if (response == null) {
      throw new IllegalStateException("the engine gave no answer");
    }
    caller.told().accept(response.getResponseHeaders());
    var errors = response.getExecutionResult().getErrors();
    if (!errors.isEmpty()) {
      throw ExportRefused.of(errors);
    }
    try {
      Rows rows = wanted.rows();
      String named = name.isEmpty() ? rows.key() : name;
      return bundle
          ? new BundleExport(request, rows, named)
          : new RowsExport(request, rows, Table.of(rows, request.explode()), named);
    } catch (BadInput wrong) {
      throw ExportRefused.badInput(String.valueOf(wrong.getMessage()));
    }
  }

  /** The columns that an archive explains are those of the lists as they are. */
  private static RowsWanted.Lists lists(ExportRequest request) {
    return request.format().isOfObjects() && !request.archive()
        ? new RowsWanted.Joined()
        : new RowsWanted.Exploded(request.explode());
  }

  private static void requireOptionsThatFit(ExportRequest request) {
    ExportFormat format = request.format();
    if (!request.explode().isEmpty() && !format.isTable()) {
      throw ExportRefused.badInput(
          "explode: %s holds lists as they are; only tables take it.".formatted(format));
    }
    if (format == ExportFormat.BUNDLE && request.archive()) {
      throw ExportRefused.badInput(
          "archive: a bundle comes by itself; the sources of its records are in it.");
    }
    if (format == ExportFormat.BUNDLE && request.spreadsheetSafe()) {
      throw ExportRefused.badInput("spreadsheetSafe: a bundle holds texts as they are.");
    }
  }

  /** What is wrong with the document itself the engine says better. */
  private static String requireQuery(ExportRequest request) {
    try {
      Document document = Parser.parse(request.query());
      if (document.getFirstDefinitionOfType(OperationDefinition.class).isEmpty()) {
        return "";
      }
      OperationDefinition operation =
          NodeUtil.getOperation(document, request.operationName()).operationDefinition;
      if (operation.getOperation() != OperationDefinition.Operation.QUERY) {
        throw ExportRefused.badInput(
            "query: an export takes a query, not a %s."
                .formatted(operation.getOperation().name().toLowerCase(Locale.ROOT)));
      }
      return operation.getName() == null ? "" : operation.getName();
    } catch (InvalidSyntaxException | UnknownOperationException engineSaysIt) {
      return "";
    }
  }
}
