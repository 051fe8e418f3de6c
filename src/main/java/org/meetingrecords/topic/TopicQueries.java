package org.meetingrecords.topic;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class TopicQueries {
  private final Reader reader;

  TopicQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json topic(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json topics(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
