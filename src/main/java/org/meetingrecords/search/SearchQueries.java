package org.meetingrecords.search;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root field of this package. */
@Controller
class SearchQueries {
  private final Reader reader;

  SearchQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json search(DataFetchingEnvironment field) {
    return reader.search(field);
  }
}
