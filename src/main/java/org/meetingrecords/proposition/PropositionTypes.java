package org.meetingrecords.proposition;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** Claims, and where actors stand on them and on other things. */
@Component
class PropositionTypes implements Declaration {

  @Override
  public void declare(Types types) {
    types
        .record("Proposition", "PR")
        .searched("wording")
        .value("label", RecordNames.label("{row}.wording"))
        .rows("names", RecordNames.NAMES)
        .rows(
            "topics",
            Relation.through("proposition_topic", "proposition_id", "topic", "topic_id")
                .order("name"))
        .rows("stances", Relation.of("stance", "target_id"))
        .order("WORDING", "wording");
    types
        .node("Stance", "SC")
        .rows("evidence", Relation.of("stance_evidence", "stance_id").order("id"))
        .order("CONFIDENCE", "confidence")
        .orderOver("HOLDER", "holder_id", "actor", "name");
    types.extend("Actor").rows("stances", Relation.of("stance", "holder_id"));
    types.extend("Statement").rows("responses", Relation.of("stance", "target_id"));
  }
}
