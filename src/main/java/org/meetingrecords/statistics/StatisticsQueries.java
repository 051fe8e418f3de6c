package org.meetingrecords.statistics;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class StatisticsQueries {
  private final Reader reader;

  StatisticsQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json statementStatistics(DataFetchingEnvironment field) {
    return reader.statistics(field);
  }

  @QueryMapping
  @Nullable Json voteStatistics(DataFetchingEnvironment field) {
    return reader.statistics(field);
  }
}
