package org.meetingrecords.instrument;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class InstrumentQueries {
  private final Reader reader;

  InstrumentQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json instrument(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json instruments(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json treatyActions(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
