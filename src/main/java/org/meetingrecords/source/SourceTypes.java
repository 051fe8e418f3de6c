package org.meetingrecords.source;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.TypeDeclaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Sources, and what every sourced thing has of them. */
@Component
class SourceTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Source", "SO")
        .searched("title")
        .value("label", RecordNames.label("{row}.title"))
        .order("TITLE", "title")
        .order("PUBLISHED", "published_on");
    types.value("SourceLink");
    types.value("Assertion");
    types.every("Sourced", type -> type.rows("sources", links(type).order("id")));
    types.every(
        "Record",
        type ->
            type.rows(
                "assertions",
                Relation.of("assertion", "record_id")
                    .where("[[{row}.field = {field} and ]]true")
                    .order("id")));
  }

  private static Relation links(TypeDeclaration type) {
    return type.isRecord()
        ? Relation.of("source_link", "record_id")
        : Relation.of(type.table() + "_source", type.table() + "_id");
  }
}
