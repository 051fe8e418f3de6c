package org.meetingrecords.record;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields that find anything by an id or an identifier. */
@Controller
class RecordQueries {
  private final Reader reader;

  RecordQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json node(DataFetchingEnvironment field) {
    return reader.node(field);
  }

  @QueryMapping
  @Nullable Json nodes(DataFetchingEnvironment field) {
    return reader.nodes(field);
  }

  @QueryMapping
  @Nullable Json record(DataFetchingEnvironment field) {
    return reader.identified(field);
  }
}
