package org.meetingrecords.proposition;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class PropositionQueries {
  private final Reader reader;

  PropositionQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json proposition(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json propositions(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json stances(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
