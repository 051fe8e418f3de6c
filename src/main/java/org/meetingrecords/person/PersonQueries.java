package org.meetingrecords.person;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class PersonQueries {
  private final Reader reader;

  PersonQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json person(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json people(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
