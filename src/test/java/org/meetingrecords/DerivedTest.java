package org.meetingrecords;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What the database's functions work out from what is stored. */
@DatabaseTest
class DerivedTest {

  @Autowired private Shelf shelf;

  @ParameterizedTest
  @CsvSource({
    "2019-10-10, UNKNOWN",
    "2019-10-11, CERTAIN",
    "2020-01-15, LIKELY",
    "2020-12-09, CERTAIN",
    "2020-12-10, CERTAIN",
    "2020-12-11, UNKNOWN"
  })
  void attestedDaysMakeATenureCertain(String day, String certainty) {
    long tenure = tenure();
    attest(tenure, "2019-10-11", "2019-10-11");
    attest(tenure, "2020-12-09", "2020-12-10");
    assertThat(certainty(tenure, day)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({
    "2017-12-31, UNKNOWN",
    "2018-06-01, LIKELY",
    "2018-12-31, CERTAIN",
    "2022-03-05, CERTAIN",
    "2022-03-06, UNKNOWN"
  })
  void knownDatesMakeATenureCertain(String day, String certainty) {
    long tenure = tenure();
    shelf.run(
        """
        update tenure set started_from = '2018-01-01', started_to = '2018-12-31', started_precision = 'YEAR',
          ended_from = '2022-03-05', ended_to = '2022-03-05', ended_precision = 'DAY'
        where id = %d
        """
            .formatted(tenure));
    assertThat(certainty(tenure, day)).isEqualTo(certainty);
  }

  @ParameterizedTest
  @CsvSource({"2017-12-31, UNKNOWN", "2018-01-01, CERTAIN", "2018-01-02, UNKNOWN"})
  void theFirstDayIsCertainWhereTheLastIsUnknown(String day, String certainty) {
    long tenure = tenure();
    shelf.run(
        """
        update tenure set started_from = '2018-01-01', started_to = '2018-01-01', started_precision = 'DAY'
        where id = %d
        """
            .formatted(tenure));
    assertThat(certainty(tenure, day)).isEqualTo(certainty);
  }

  private long tenure() {
    return shelf.value(
        Long.class,
        "insert into tenure (person_id, position_id) values (%d, %d) returning id"
            .formatted(shelf.person(), shelf.position()));
  }

  private void attest(long tenure, String from, String to) {
    shelf.run(
        """
        insert into attestation (tenure_id, attested_from, attested_to, attested_precision, label)
        values (%d, '%s', '%s', 'DAY', 'Head')
        """
            .formatted(tenure, from, to));
  }

  private String certainty(long tenure, String day) {
    return shelf.value(String.class, "select tenure_certainty(%d, '%s')".formatted(tenure, day));
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "1999-01-01, UNKNOWN, UNKNOWN, false",
        "2000-05-05, LIKELY, LIKELY, true",
        "2001-01-01, CERTAIN, CERTAIN, true",
        "2005-06-06, CERTAIN, LIKELY, true",
        "2006-01-01, CERTAIN, UNKNOWN, false",
        "-, CERTAIN, CERTAIN, true"
      })
  void membershipsGoOnUntilTheyEnd(String day, String ongoing, String ended, String possible) {
    String date = day == null ? "null" : "'" + day + "'";
    assertThat(
            shelf.value(
                String.class,
                """
                select concat_ws(' ',
                  membership_certainty('2000-01-01', '2000-12-31', null, null, %1$s),
                  membership_certainty('2000-01-01', '2000-12-31', '2005-01-01', '2005-12-31', %1$s),
                  membership_certainty(null, null, null, null, %1$s),
                  possible_on('2000-01-01', '2000-12-31', '2005-01-01', '2005-12-31', %1$s)::boolean::text)
                """
                    .formatted(date)))
        .isEqualTo(ongoing + " " + ended + " UNKNOWN " + possible);
  }

  @ParameterizedTest
  @CsvSource({
    "1999-12-31, ''",
    "2000-01-01, a c",
    "2001-02-28, a c",
    "2001-03-01, a b c",
    "2010-03-31, a b c",
    "2010-04-01, b c",
    "2015-02-01, a b c",
    "2021-01-01, ''"
  })
  void partiesAreThoseBoundOnThatDay(String day, String parties) {
    long treaty = shelf.instrument();
    shelf.run(
        """
        update instrument set in_force_on = '2000-01-01', terminated_on = '2021-01-01' where id = %1$d;
        insert into actor (slug, name, kind) select n, n, 'STATE' from unnest(array['a', 'b', 'c', 'd']) n;
        insert into treaty_action (instrument_id, actor_id, participant_as_recorded, action, date, effective_on)
        select %1$d, actor.id, actor.name, action, date::date, effective_on::date
        from (values
          ('a', 'RATIFICATION', '1999-01-01', null),
          ('a', 'WITHDRAWAL', '2010-01-01', '2010-04-01'),
          ('a', 'ACCESSION', '2015-01-01', '2015-02-01'),
          ('b', 'RATIFICATION', '2001-01-01', '2001-03-01'),
          ('c', 'ACCESSION', null, null),
          ('d', 'SIGNATURE', '1998-01-01', null)) given (slug, action, date, effective_on)
        join actor using (slug)
        """
            .formatted(treaty));
    assertThat(
            shelf.value(
                String.class,
                """
                select coalesce(string_agg(slug, ' ' order by slug), '')
                from treaty_parties(%d, '%s') party join actor on actor.id = party
                """
                    .formatted(treaty, day)))
        .isEqualTo(parties);
  }

  @ParameterizedTest
  @CsvSource({"false, a bloc", "true, a b"})
  void statementsSpeakForMembersOfThatDay(boolean expanded, String actors) {
    long meeting = shelf.meeting();
    long statement = shelf.statement(meeting);
    // Two groups in each other, as the world has them.
    shelf.run(
        """
        update meeting set held_from = '2020-12-09', held_to = '2020-12-10', held_precision = 'DAY' where id = %1$d;
        insert into actor (slug, name, kind)
        select n, n, 'STATE' from unnest(array['a', 'b', 'c', 'd', 'bloc', 'core']) n;
        insert into delegation (meeting_id, actor_id) select %1$d, id from actor where slug = 'a';
        update statement set delegation_id = delegation.id from delegation
        where statement.id = %2$d and delegation.meeting_id = %1$d;
        insert into representation (statement_id, actor_id, kind)
        select %2$d, id, case slug when 'd' then 'ALIGNED_WITH' else 'ON_BEHALF_OF' end
        from actor where slug in ('bloc', 'd');
        insert into membership (group_id, member_id, role, ended_from, ended_to, ended_precision)
        select groups.id, members.id, role, ended, ended, case when ended is not null then 'DAY' end
        from (values
          ('bloc', 'core', 'MEMBER', null),
          ('core', 'bloc', 'CHAIR', null),
          ('core', 'b', 'COORDINATOR', null),
          ('core', 'c', 'MEMBER', date '2020-12-08'),
          ('core', 'd', 'OBSERVER', null)) given (group_slug, slug, role, ended)
        join actor groups on groups.slug = group_slug join actor members on members.slug = given.slug
        """
            .formatted(meeting, statement));
    assertThat(
            shelf.value(
                String.class,
                """
                select string_agg(slug, ' ' order by slug)
                from represented_actors(%d, %s) represented join actor on actor.id = represented
                """
                    .formatted(statement, expanded)))
        .isEqualTo(actors);
  }

  @ParameterizedTest
  @CsvSource(
      nullValues = "-",
      value = {
        "-, 2020-12-08, before during",
        "2020-12-09, -, after",
        "2020-06-01, 2020-06-30, during",
        "2020-12-09, 2020-12-09, after",
        "-, -, after"
      })
  void aMissingEndOfADeliveryExcludesNobody(String from, String to, String members) {
    long meeting = shelf.meeting();
    long statement = shelf.statement(meeting);
    shelf.run(
        """
        update meeting set held_from = '2020-12-09', held_to = '2020-12-10', held_precision = 'DAY' where id = %1$d;
        update statement set delivered_from = %3$s, delivered_to = %4$s,
          delivered_precision = case when num_nonnulls(%3$s, %4$s) > 0 then 'INTERVAL' end
        where id = %2$d;
        insert into actor (slug, name, kind)
        select n, n, 'STATE' from unnest(array['before', 'during', 'after', 'bloc', 'core']) n;
        insert into representation (statement_id, actor_id, kind)
        select %2$d, id, 'ON_BEHALF_OF' from actor where slug = 'bloc';
        insert into membership (group_id, member_id, role, started_from, started_to, started_precision, ended_from, ended_to, ended_precision)
        select groups.id, members.id, 'MEMBER', since::date, since::date, case when since is not null then 'DAY' end,
          until::date, until::date, case when until is not null then 'DAY' end
        from (values
          ('bloc', 'core', null, null),
          ('core', 'before', null, '2020-05-31'),
          ('core', 'during', '2020-06-30', '2020-07-01'),
          ('core', 'after', '2020-12-09', null)) given (group_slug, slug, since, until)
        join actor groups on groups.slug = group_slug join actor members on members.slug = given.slug
        """
            .formatted(meeting, statement, day(from), day(to)));
    String who =
        "select coalesce(string_agg(slug, ' ' order by slug), '') from %s where kind = 'STATE' and slug not in ('bloc', 'core')";
    assertThat(
            shelf.value(
                String.class,
                who.formatted(
                    "represented_actors(%d, true) represented join actor on actor.id = represented"
                        .formatted(statement))))
        .isEqualTo(members);
    assertThat(
            shelf.value(
                String.class,
                who.formatted("representing join actor on actor.id = actor_id")
                    + " and statement_id = "
                    + statement))
        .isEqualTo(members);
  }

  private static String day(String day) {
    return day == null ? "null::date" : "date '" + day + "'";
  }

  @Test
  void paragraphsKeepTheirPlaceInTheText() {
    assertThat(
            shelf.value(
                String.class,
                """
                select string_agg(concat_ws(' ', sequence, start, "end", text), '|' order by sequence)
                from text_version_segments(-1, E'One \\U0001F54A.\\r\\n\\r\\n  Two 四 \\rthree\\n \\u2028')
                """))
        .isEqualTo("1 0 6 One 🕊.|2 12 17 Two 四|3 19 24 three");
  }

  @Test
  void markedSegmentsReplaceParagraphs() {
    long text = shelf.text(shelf.statement(shelf.meeting()));
    shelf.run("insert into segment values (" + text + ", 1, 'HEADING', 'h1', 4, 7)");
    assertThat(
            shelf.value(
                String.class,
                """
                select string_agg(concat_ws(' ', sequence, kind, anchor, start, "end", text), '|')
                from text_version_segments(%d, 'One two')
                """
                    .formatted(text)))
        .isEqualTo("1 HEADING h1 4 7 two");
  }

  @ParameterizedTest
  @CsvSource({
    "'One two three', 4, One…",
    "'One two three', 7, One…",
    "'One two three', 8, One two…",
    "'One two three', 12, One two…",
    "'One two three', 13, One two three",
    "'  One   two', 20, One two",
    "Supercalifragilistic, 5, Supe…",
    "One, 0, …",
    "One, -2147483648, …",
    "One, 2147483647, One"
  })
  void excerptsEndAtAWord(String body, int length, String excerpt) {
    assertThat(shelf.value(String.class, "select excerpt('%s', %d)".formatted(body, length)))
        .isEqualTo(excerpt);
  }
}
