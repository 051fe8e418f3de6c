package org.meetingrecords.statistics;

import org.meetingrecords.read.Declaration;
import org.meetingrecords.read.Dimension;
import org.meetingrecords.read.Measure;
import org.meetingrecords.read.TypeDeclaration;
import org.meetingrecords.read.Types;
import org.springframework.stereotype.Component;

/** What statements and votes can be counted by, and what is counted. */
@Component
class StatisticsTypes implements Declaration {
  /** By the groups that an actor itself was a member of: a member of a member is not counted. */
  private static final String OF_MEMBERS =
      """
      join group_member m_%1$s on m_%1$s.member_id = {row}.actor_id and m_%1$s.direct
        and member_on_days(m_%1$s.started_from, m_%1$s.ended_to, %2$s)
      join actor {group} on {group}.id = m_%1$s.group_id""";

  @Override
  public void declare(Types types) {
    types.shape("StatementGroup");
    types.shape("VoteGroup");
    types.shape("GroupKey");
    types.shape("Facet");
    ofStatements(types.extend("Statement"));
    ofVotes(types.extend("Vote"));
  }

  private static void ofStatements(TypeDeclaration statement) {
    statement
        .measure(Measure.of("statements", "count(*)"))
        .measure(Measure.of("words", "coalesce(sum({row}.word_count), 0)").over("word_count"))
        .measure(
            Measure.of("speakers", "count(distinct link.person_id)")
                .joined("join speaker link on link.statement_id = {row}.id"))
        .dimension(Dimension.of("YEAR", "{row}.year::text"))
        .dimension(Dimension.of("MONTH", month("{row}.delivered_from", "{row}.delivered_to")))
        .dimension(
            Dimension.of("FORUM", "f.slug")
                .labelled("f.name")
                .joined(
                    "join meeting fm on fm.id = {row}.meeting_id left join forum f on f.id = fm.forum_id"))
        .dimension(
            Dimension.of("MEETING", "m.slug")
                .labelled("m.title")
                .joined("join meeting m on m.id = {row}.meeting_id"))
        .dimension(
            Dimension.of("ACTOR", "a.slug")
                .labelled("a.name")
                .joined("left join actor a on a.id = {row}.actor_id"))
        .dimension(
            Dimension.of("GROUP", "{group}.slug")
                .labelled("{group}.name")
                .joined(
                    "join meeting gm on gm.id = {row}.meeting_id "
                        + OF_MEMBERS.formatted(
                            "s",
                            "{row}.delivered_from, {row}.delivered_to, gm.held_from, gm.held_to"))
                .many())
        .dimension(
            Dimension.of("POSITION_RANK", "p.rank::text")
                .labelled(spoken("p.rank"))
                .joined(
                    "left join speaker ps on ps.statement_id = {row}.id left join position p on p.id = ps.position_id")
                .many())
        .dimension(
            Dimension.of("CAPACITY", "cs.capacity::text")
                .labelled(spoken("cs.capacity"))
                .joined("left join speaker cs on cs.statement_id = {row}.id")
                .many())
        .dimension(Dimension.of("KIND", "{row}.kind::text").labelled(spoken("{row}.kind")))
        .dimension(Dimension.of("LANGUAGE", "{row}.language::text"))
        .dimension(
            Dimension.of("TOPIC", "t.slug")
                .labelled("t.name")
                .joined(
                    "left join statement_topic st on st.statement_id = {row}.id left join topic t on t.id = st.topic_id")
                .many());
  }

  private static void ofVotes(TypeDeclaration vote) {
    vote.measure(Measure.of("votes", "count(*)"))
        .dimension(
            Dimension.of("YEAR", "yd.year::text")
                .joined("join decision yd on yd.id = {row}.decision_id"))
        .dimension(
            Dimension.of("FORUM", "f.slug")
                .labelled("f.name")
                .joined(
                    "join decision fd on fd.id = {row}.decision_id left join meeting fm on fm.id = fd.meeting_id"
                        + " left join forum f on f.id = fm.forum_id"))
        .dimension(
            Dimension.of("ACTOR", "a.slug")
                .labelled("a.name")
                .joined("left join actor a on a.id = {row}.actor_id"))
        .dimension(
            Dimension.of("GROUP", "{group}.slug")
                .labelled("{group}.name")
                .joined(
                    "join decision gd on gd.id = {row}.decision_id "
                        + OF_MEMBERS.formatted("v", "gd.decided_from, gd.decided_to, null, null"))
                .many())
        .dimension(Dimension.of("OPTION", "{row}.option::text").labelled(spoken("{row}.option")))
        .dimension(
            Dimension.of("TOPIC", "t.slug")
                .labelled("t.name")
                .joined(
                    "left join decision_topic dt on dt.decision_id = {row}.decision_id"
                        + " left join topic t on t.id = dt.topic_id")
                .many())
        .dimension(
            Dimension.of("DECISION", "d.slug")
                .labelled("d.title")
                .joined("join decision d on d.id = {row}.decision_id"));
  }

  /** The month in which both ends of a span lie. */
  private static String month(String from, String to) {
    return "case when date_trunc('month', %1$s) = date_trunc('month', %2$s) then to_char(%1$s, 'YYYY-MM') end"
        .formatted(from, to);
  }

  /** A value of a closed list as people say it: {@code HEAD_OF_STATE} is "Head of state". */
  private static String spoken(String value) {
    return "initcap(left(%1$s::text, 1)) || lower(replace(substr(%1$s::text, 2), '_', ' '))"
        .formatted(value);
  }
}
