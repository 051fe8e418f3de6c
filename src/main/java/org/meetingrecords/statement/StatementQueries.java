package org.meetingrecords.statement;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class StatementQueries {
  private final Reader reader;

  StatementQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json statement(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json statements(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json citations(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json representations(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
