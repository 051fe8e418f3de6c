package org.meetingrecords.record;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.springframework.stereotype.Component;

/** What all records have in common. */
@Component
class RecordTypes implements Declaration {
  /** Where a scheme has addresses for its values. */
  private static final String IDENTIFIER_URL =
      """
      (select replace(s.url_template, '{}', {row}.value) from identifier_scheme s where s.scheme = {row}.scheme)""";

  @Override
  public void declare(Types types) {
    types.value("Identifier").value("url", IDENTIFIER_URL);
    types.value("RecordedField");
    types.value("Name");
    types.every(
        "Record",
        type ->
            type.rows("identifiers", Relation.of("identifier", "record_id").order("scheme", "value"))
                .rows("recorded", Relation.of("recorded_field", "record_id").order("id")));
  }
}
