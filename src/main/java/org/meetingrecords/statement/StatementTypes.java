package org.meetingrecords.statement;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.FullText;
import org.meetingrecords.read.Relation;
import org.meetingrecords.read.TypeDeclaration;
import org.meetingrecords.read.Types;
import org.meetingrecords.record.RecordNames;
import org.springframework.stereotype.Component;

/** What is said, by whom, for whom, in which words, and what it cites. */
@Component
class StatementTypes implements Declaration {
  /** Its title; else who speaks, as printed or as resolved, and where. */
  private static final String LABEL =
      """
      coalesce({row}.title, concat_ws(', ',
        coalesce({row}.attribution, (select a.name from actor a where a.id = {row}.actor_id)),
        (select m.title from meeting m where m.id = {row}.meeting_id)))""";

  /** Of the original words where they are held, else of the first text that holds any. */
  private static final String EXCERPT =
      """
      (select excerpt(v.body, coalesce({length}, 280)) from text_version v
       where v.statement_id = {row}.id and v.body is not null
       order by v.relation <> 'ORIGINAL', v.id limit 1)""";

  /**
   * From the actors to their statements. The offset keeps the view whole, so that the actor reaches
   * each of its branches; as a join of the view all statements would be read for any actor.
   */
  private static final Relation REPRESENTED =
      Relation.from(
              """
              actor {row} cross join lateral (
                select statement_id from representing where actor_id = {row}.id offset 0) link""")
          .where("link.statement_id = {parent}.id");

  private static final String WORDS =
      """
      Its title, its summary or one of its texts, in whichever language, has these words, written as into a search box:
        words that must all be there, `"a phrase"`, `or` between alternatives, `-` before a word or phrase that must not be
        there. For example `"nuclear weapon" treaty -test`. Words are found in all their forms, with or without accents. At most
        1,000 characters.""";

  @Override
  public void declare(Types types) {
    var statement = types.record("Statement", "ST").searched("title");
    fields(statement);
    filters(statement);
    orders(statement);
    parts(types);
    reachedFrom(types);
  }

  private static void fields(TypeDeclaration statement) {
    statement
        .value("label", RecordNames.label(LABEL))
        .value("excerpt", EXCERPT)
        .rows(
            "agendaItems",
            Relation.through(
                "statement_agenda_item", "statement_id", "agenda_item", "agenda_item_id"))
        .rows(
            "addressees",
            Relation.through("addressee", "statement_id", "actor", "actor_id").order("name"))
        .rows(
            "topics",
            Relation.through("statement_topic", "statement_id", "topic", "topic_id").order("name"))
        .rows("texts", Relation.of("text_version", "statement_id"))
        .rows(
            "representedActors",
            Relation.from(
                    "represented_actors({parent}.id, {mode} = 'EXPANDED') represented (id)"
                        + " join actor {row} on {row}.id = represented.id")
                .order("name"));
  }

  private static void filters(TypeDeclaration statement) {
    statement
        .text(
            "text",
            new FullText(
                "statement_stretch",
                "statement_id",
                "stretch_configurations()",
                "stretch_configuration_at",
                "statement_highlights"),
            WORDS)
        .filterLink(
            "actor",
            "Actor",
            "actor_id",
            "The actor of its delegation is such an actor: so not the state of one who only presides or briefs, nor an actor for which it speaks besides.")
        .filterSome(
            "person",
            "Person",
            through("speaker", "person", "person_id"),
            "One of its speakers is such a person.")
        .filterSome(
            "position",
            "Position",
            through("speaker", "position", "position_id"),
            "One of its speakers speaks in such an office.")
        .filterSome(
            "representing",
            "Actor",
            REPRESENTED,
            "It spoke for such an actor, itself or through a group that the actor was in on that day, also through groups in groups, as far as no known date excludes it. Observers, candidates and associates are not in a group.")
        .filterSome(
            "topic",
            "Topic",
            through("statement_topic_within", "topic", "topic_id"),
            "It is about such a topic, or about one that is narrower.")
        .filterSome(
            "cites",
            "Instrument",
            through("citation", "instrument", "target_id"),
            "It cites such an instrument.")
        .filterEach(
            "citesAll",
            "Instrument",
            through("citation", "instrument", "target_id"),
            "For each of these it cites such an instrument.");
  }

  private static void orders(TypeDeclaration statement) {
    statement
        .order("DELIVERED", "delivered_from")
        .order("SEQUENCE", "sequence")
        .order("WORD_COUNT", "word_count")
        .orderOver("ACTOR", "actor_id", "actor", "name")
        .orderOver("HELD", "meeting_id", "meeting", "held_from");
  }

  /** What a statement consists of. */
  private static void parts(Types types) {
    types.node("Speaker", "SP");
    types
        .node("Representation", "RE")
        .order("NAME_AS_RECORDED", "name_as_recorded")
        .orderOver("ACTOR", "actor_id", "actor", "name");
    types
        .node("TextVersion", "TV")
        .rows(
            "segments",
            Relation.from("text_version_segments({parent}.id, {parent}.body) {row}")
                .order("sequence"));
    types.value("Segment");
    types
        .node("Citation", "CI")
        .rows("evidence", Relation.of("citation_evidence", "citation_id").order("id"))
        .order("AS_RECORDED", "as_recorded")
        .orderOver("DELIVERED", "statement_id", "statement", "delivered_from");
    types.shape("Highlight");
    types.value("Evidence").link("text", "text_version_id");
  }

  /** The statements and citations of what others are about. */
  private static void reachedFrom(Types types) {
    types
        .extend("Meeting")
        .rows("statements", Relation.of("statement", "meeting_id").order("sequence"));
    types
        .extend("Delegation")
        .rows("statements", Relation.of("statement", "delegation_id").order("sequence"));
    types
        .extend("Actor")
        .rows("statements", Relation.of("statement", "actor_id").order("delivered_from"));
    types
        .extend("Person")
        .rows("statements", linked("speaker", "person_id").order("delivered_from"));
    types
        .extend("Topic")
        .rows("statements", linked("statement_topic", "topic_id").order("delivered_from"));
    types.extend("Instrument").rows("citations", Relation.of("citation", "target_id"));
  }

  private static Relation through(String link, String table, String column) {
    return Relation.through(link, "statement_id", table, column);
  }

  private static Relation linked(String link, String column) {
    return Relation.from("statement {row}")
        .where(
            "{row}.id in (select link.statement_id from %s link where link.%s = {parent}.id)"
                .formatted(link, column));
  }
}
