package org.meetingrecords.meeting;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class MeetingQueries {
  private final Reader reader;

  MeetingQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json meeting(DataFetchingEnvironment field) {
    return reader.record(field);
  }

  @QueryMapping
  @Nullable Json meetings(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
