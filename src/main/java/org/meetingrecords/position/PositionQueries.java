package org.meetingrecords.position;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class PositionQueries {
  private final Reader reader;

  PositionQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json position(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json positions(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json tenures(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
