package org.meetingrecords.actor;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class ActorQueries {
  private final Reader reader;

  ActorQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json actor(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json actors(DataFetchingEnvironment field) {
    return reader.page(field);
  }

  @QueryMapping
  @Nullable Json memberships(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
