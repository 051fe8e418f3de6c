package org.meetingrecords.server;

import graphql.ExecutionResult;
import graphql.execution.AsyncExecutionStrategy;
import graphql.execution.DataFetcherExceptionHandler;
import graphql.execution.ExecutionContext;
import graphql.execution.ExecutionStrategyParameters;
import graphql.execution.FieldValueInfo;
import graphql.execution.FieldValueInfo.CompleteValueType;
import java.util.concurrent.CompletableFuture;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.ReadDatabase;
import org.meetingrecords.read.Snapshot;

/**
 * Takes a root field's JSON from the database as complete: nothing below it is looked at again. A
 * request with several such fields reads them from one snapshot.
 */
final class FinishedJsonStrategy extends AsyncExecutionStrategy {
  private final ReadDatabase database;

  FinishedJsonStrategy(ReadDatabase database, DataFetcherExceptionHandler exceptions) {
    super(exceptions);
    this.database = database;
  }

  @Override
  public CompletableFuture<ExecutionResult> execute(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    long reading =
        parameters.getFields().getSubFieldsList().stream()
            .filter(field -> !field.getName().startsWith("__"))
            .count();
    if (reading < 2) {
      return super.execute(context, parameters);
    }
    var snapshot = new Snapshot(database);
    context.getGraphQLContext().put(Snapshot.class, snapshot);
    try {
      return super.execute(context, parameters).whenComplete((result, failure) -> snapshot.close());
    } catch (RuntimeException | Error thrown) {
      snapshot.close();
      throw thrown;
    }
  }

  @Override
  protected FieldValueInfo completeValue(
      ExecutionContext context, ExecutionStrategyParameters parameters) {
    return parameters.getSource() instanceof Json json
        ? new FieldValueInfo(CompleteValueType.SCALAR, json)
        : super.completeValue(context, parameters);
  }
}
