package org.meetingrecords.source;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class SourceQueries {
  private final Reader reader;

  SourceQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json source(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json sources(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
