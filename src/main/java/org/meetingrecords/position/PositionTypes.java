package org.meetingrecords.position;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Offices, who held them, and what shows it. */
@Component
class PositionTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Position", "PO")
        .searched("title")
        .value("label", RecordNames.label("{row}.title"))
        .rows("names", RecordNames.NAMES)
        .rows("holders", tenures("position_id"))
        .order("TITLE", "title")
        .orderOver("ORGANIZATION", "organization_id", "actor", "name");
    types
        .node("Tenure", "TE")
        .value("certainty", "tenure_certainty({row}.id, {on})")
        .rows("attestations", Relation.of("attestation", "tenure_id").order("attested_from", "id"))
        .order("STARTED", "started_from")
        .orderOver("PERSON", "person_id", "person", "name")
        .orderOver("POSITION", "position_id", "position", "title");
    types.value("Attestation");
    types.extend("Person").rows("tenures", tenures("person_id"));
  }

  /** Those that known dates do not exclude on the day asked about. */
  private static Relation tenures(String column) {
    return Relation.of("tenure", column)
        .where(
            "[[possible_on({row}.started_from, {row}.started_to, {row}.ended_from, {row}.ended_to, {asOf}) and ]]true")
        .order("started_from", "id");
  }
}
