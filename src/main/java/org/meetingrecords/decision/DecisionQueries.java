package org.meetingrecords.decision;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class DecisionQueries {
  private final Reader reader;

  DecisionQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json decision(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json decisions(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json votes(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
