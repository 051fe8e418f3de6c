package org.meetingrecords.server;

import graphql.execution.instrumentation.Instrumentation;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.meetingrecords.limits.Limits;
import org.meetingrecords.migration.Migration;
import org.meetingrecords.migration.Roles;
import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Model;
import org.meetingrecords.read.ReadDatabase;
import org.meetingrecords.read.Reader;
import org.meetingrecords.read.Rehearsal;
import org.meetingrecords.sdl.WholeSchema;
import org.meetingrecords.sdl.WrittenSchema;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.jackson.autoconfigure.JsonMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.graphql.data.method.annotation.support.AnnotatedControllerConfigurer;
import org.springframework.graphql.execution.DataFetcherExceptionResolver;
import org.springframework.graphql.execution.GraphQlSource;
import org.springframework.graphql.server.WebGraphQlInterceptor;
import tools.jackson.databind.JacksonModule;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.type.LogicalType;

/** Sets up the reader and the GraphQL engine around it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ReadingProperties.class, RateProperties.class, Limits.class})
class GraphQlConfiguration {

  @Bean
  ReadDatabase readDatabase(
      Roles roles, ReadingProperties reading, Limits limits, MeterRegistry metrics) {
    return new ReadDatabase(reading.address(roles.reader()), reading.limits(limits), metrics);
  }

  @Bean
  WrittenSchema writtenSchema(ResourcePatternResolver resources) {
    return WrittenSchema.load(resources);
  }

  /** The tables it is checked against are there once the migration has run. */
  @Bean
  Model model(
      WrittenSchema schema,
      List<Declaration> declarations,
      ReadDatabase database,
      Migration migrated) {
    return Model.of(schema.registry(), declarations, database);
  }

  @Bean
  WholeSchema wholeSchema(WrittenSchema schema, Model model, Limits limits) {
    return WholeSchema.of(schema, model, limits.page());
  }

  @Bean
  Reader reader(Model model, ReadDatabase database) {
    return new Reader(model, database);
  }

  /**
   * Instead of Boot's: that one adapts what connection fields return, and spells out connection
   * types; here both are finished already.
   */
  @Bean
  GraphQlSource graphQlSource(
      WholeSchema schema,
      ReadDatabase database,
      AnnotatedControllerConfigurer controllers,
      List<DataFetcherExceptionResolver> exceptions,
      List<Instrumentation> instrumentations) {
    var strategy =
        new FinishedJsonStrategy(
            database, DataFetcherExceptionResolver.createExceptionHandler(exceptions));
    return GraphQlSource.schemaResourceBuilder()
        .schemaResources(
            new ByteArrayResource(
                schema.text().getBytes(StandardCharsets.UTF_8), "the whole schema"))
        .configureRuntimeWiring(controllers)
        .configureRuntimeWiring(wiring -> Scalars.all().forEach(wiring::scalar))
        .exceptionResolvers(exceptions)
        .instrumentation(instrumentations)
        .configureGraphQl(
            graphQl ->
                graphQl
                    .preparsedDocumentProvider(new DocumentCache())
                    .queryExecutionStrategy(strategy))
        .build();
  }

  @Bean
  Rehearsal rehearsal(GraphQlSource source, Model model, ReadDatabase database) {
    var rehearsal = new Rehearsal(source.schema(), model, database);
    rehearsal.run();
    return rehearsal;
  }

  /**
   * Without an executor: root fields of a request share a connection, so they run one after
   * another.
   */
  @Bean
  AnnotatedControllerConfigurer annotatedControllerConfigurer() {
    return new AnnotatedControllerConfigurer();
  }

  @Bean
  DataFetcherExceptionResolver errors() {
    return new Errors();
  }

  @Bean
  WebGraphQlInterceptor errorCodes() {
    return new ErrorCodes();
  }

  @Bean
  JacksonModule finishedJson() {
    return new FinishedJsonModule();
  }

  /** A number where a text belongs is refused, not taken for a text. */
  @Bean
  JsonMapperBuilderCustomizer strictTexts() {
    return mapper ->
        mapper.withCoercionConfig(
            LogicalType.Textual,
            texts ->
                texts
                    .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
                    .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail));
  }
}
