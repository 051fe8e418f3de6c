package org.meetingrecords.importing.loading;

import java.util.List;
import java.util.Set;

/**
 * What makes two rows of a table the same: all of these columns are, an empty value being a value.
 *
 * @param columns none for records, which are found by identifier or slug
 * @param label columns of which the first that is filled counts as well, where no {@code holder} is
 *     linked
 * @param unique whether the database itself allows only one row of a key; else there may be
 *     several, told apart by their order
 */
record NaturalKey(
    String table, List<String> columns, List<String> label, Set<String> holder, boolean unique) {

  /** The tables in an order in which each comes after those it points at. */
  static final List<NaturalKey> ALL =
      List.of(
          unique("identifier_scheme", "scheme"),
          unique("source"),
          unique("actor"),
          unique("person"),
          unique("topic"),
          unique("forum"),
          unique("instrument"),
          unique("position"),
          unique("succession", "from_id", "to_id", "kind"),
          several("membership", "group_id", "member_id", "role", "started_from", "started_to"),
          unique(
              "tenure",
              "person_id",
              "position_id",
              "on_behalf_of_id",
              "acting",
              "started_from",
              "started_to",
              "ended_from",
              "ended_to"),
          several("attestation", "tenure_id", "attested_from", "attested_to", "label", "source_id"),
          several("treaty_action", "instrument_id", "participant_as_recorded", "action", "date"),
          unique("meeting"),
          unique("meeting_role", "meeting_id", "role", "actor_id", "person_id", "name_as_recorded"),
          several("meeting_part", "meeting_id", "kind", "number", "title"),
          several("agenda_item", "meeting_id", "number", "title"),
          unique("delegation", "meeting_id", "actor_id", "capacity").elseAsRecorded("actor_id"),
          unique("delegate", "delegation_id", "person_id", "position_id", "label_as_recorded"),
          unique("proposition"),
          unique("decision"),
          unique("vote", "decision_id", "actor_id", "person_id")
              .elseAsRecorded("actor_id", "person_id"),
          unique("statement"),
          several("speaker", "statement_id", "person_id", "label_as_recorded", "capacity"),
          unique("representation", "statement_id", "actor_id", "kind", "name_as_recorded"),
          several("text_version", "statement_id", "language", "relation", "record_type"),
          unique("segment", "text_version_id", "sequence"),
          several(
              "citation",
              "statement_id",
              "target_id",
              "target_type",
              "as_recorded",
              "function",
              "pinpoint"),
          several(
              "stance",
              "holder_id",
              "holder_as_recorded",
              "statement_id",
              "target_id",
              "target_type",
              "speech_act",
              "coder"),
          several(
              "citation_evidence",
              "citation_id",
              "text_version_id",
              "source_id",
              "locator",
              "start",
              "end",
              "quote"),
          several(
              "stance_evidence",
              "stance_id",
              "text_version_id",
              "source_id",
              "locator",
              "start",
              "end",
              "quote"),
          unique("identifier", "record_id", "scheme", "value"),
          unique("meeting_part_identifier", "meeting_part_id", "scheme", "value"),
          several("name", "record_id", "text", "language", "kind"),
          several("agenda_item_name", "agenda_item_id", "text", "language", "kind"),
          unique("source_link", "record_id", "source_id", "locator"),
          unique("assertion", "record_id", "field", "value", "source_id", "locator"),
          unique("recorded_field", "record_id", "source_id", "name"),
          unique("topic_exact_match", "topic_id", "match_id"),
          unique("meeting_topic", "meeting_id", "topic_id"),
          unique("decision_topic", "decision_id", "topic_id"),
          unique("statement_topic", "statement_id", "topic_id"),
          unique("proposition_topic", "proposition_id", "topic_id"),
          unique("addressee", "statement_id", "actor_id"),
          unique("statement_agenda_item", "statement_id", "agenda_item_id"),
          sources("membership"),
          sources("tenure"),
          sources("delegation"),
          sources("delegate"),
          sources("treaty_action"),
          sources("text_version"),
          sources("stance"));

  private static NaturalKey unique(String table, String... columns) {
    return new NaturalKey(table, List.of(columns), List.of(), Set.of(), true);
  }

  private static NaturalKey several(String table, String... columns) {
    return new NaturalKey(table, List.of(columns), List.of(), Set.of(), false);
  }

  private static NaturalKey sources(String table) {
    return unique(table + "_source", table + "_id", "source_id", "locator");
  }

  /** Without any of these links, the name as recorded counts, or the code where there is none. */
  private NaturalKey elseAsRecorded(String... links) {
    return new NaturalKey(
        table, columns, List.of("name_as_recorded", "code_as_recorded"), Set.of(links), unique);
  }
}
