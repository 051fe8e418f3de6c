package org.meetingrecords.forum;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class ForumQueries {
  private final Reader reader;

  ForumQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json forum(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json forums(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
