package org.meetingrecords.delegation;

import graphql.schema.DataFetchingEnvironment;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.Json;
import org.meetingrecords.read.Reader;
import org.springframework.graphql.data.method.annotation.QueryMapping;
import org.springframework.stereotype.Controller;

/** The root fields of this package. */
@Controller
class DelegationQueries {
  private final Reader reader;

  DelegationQueries(Reader reader) {
    this.reader = reader;
  }

  @QueryMapping
  @Nullable Json delegations(DataFetchingEnvironment field) {
    return reader.page(field);
  }
}
