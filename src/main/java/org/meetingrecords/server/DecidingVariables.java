package org.meetingrecords.server;

import graphql.GraphqlErrorBuilder;
import graphql.execution.AbortExecutionException;
import graphql.execution.ExecutionContext;
import graphql.execution.instrumentation.InstrumentationState;
import graphql.execution.instrumentation.SimplePerformantInstrumentation;
import graphql.execution.instrumentation.parameters.InstrumentationExecutionParameters;
import graphql.language.Argument;
import graphql.language.Directive;
import graphql.language.Document;
import graphql.language.Node;
import graphql.language.NodeTraverser;
import graphql.language.NodeVisitorStub;
import graphql.language.VariableDefinition;
import graphql.language.VariableReference;
import graphql.util.TraversalControl;
import graphql.util.TraverserContext;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Refuses null for a variable that decides over {@code @skip} or {@code @include}. A nullable
 * variable with a default may stand there, and the engine falls over a null that is given for it
 * all the same.
 */
@Component
class DecidingVariables extends SimplePerformantInstrumentation {

  @Override
  public ExecutionContext instrumentExecutionContext(
      ExecutionContext context,
      InstrumentationExecutionParameters parameters,
      @Nullable InstrumentationState state) {
    var variables = context.getCoercedVariables();
    for (VariableDefinition variable : context.getOperationDefinition().getVariableDefinitions()) {
      String name = variable.getName();
      if (variable.getDefaultValue() != null
          && variables.containsKey(name)
          && variables.get(name) == null
          && deciding(context.getDocument()).contains(name)) {
        throw refusal(variable);
      }
    }
    return context;
  }

  private static AbortExecutionException refusal(VariableDefinition variable) {
    return new AbortExecutionException(
        List.of(
            GraphqlErrorBuilder.newError()
                .message(
                    "Variable '%s' is true or false where @skip or @include uses it, not null.",
                    variable.getName())
                .location(variable.getSourceLocation())
                .errorType(ErrorCode.BAD_USER_INPUT)
                .extensions(Map.of("code", ErrorCode.BAD_USER_INPUT.name()))
                .build()));
  }

  /** The variables that directives take. */
  private static Set<String> deciding(Document document) {
    var names = new HashSet<String>();
    var visitor =
        new NodeVisitorStub() {
          @Override
          public TraversalControl visitDirective(Directive directive, TraverserContext<Node> at) {
            for (Argument argument : directive.getArguments()) {
              if (argument.getValue() instanceof VariableReference variable) {
                names.add(variable.getName());
              }
            }
            return TraversalControl.CONTINUE;
          }
        };
    new NodeTraverser().preOrder(visitor, document);
    return names;
  }
}
