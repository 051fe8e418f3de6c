package org.meetingrecords;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** What the database itself sees to, whoever writes to it. */
@DatabaseTest
class RulesTest {

  /** The packages that hold closed lists. */
  private static final List<String> FEATURES =
      List.of(
          "record",
          "source",
          "actor",
          "position",
          "forum",
          "meeting",
          "delegation",
          "instrument",
          "statement",
          "proposition",
          "decision");

  @Autowired private Shelf shelf;
  @Autowired private JdbcClient database;

  @Test
  void refusesWhatTheModelForbids() throws IOException {
    shelf.run("truncate record cascade");
    var file = new ClassPathResource("refused.sql").getContentAsString(StandardCharsets.UTF_8);
    for (String part : file.split("\n\n-- ")) {
      String[] rule = part.split("\n", 2);
      if (rule[0].equals("given")) {
        shelf.run(rule[1]);
      } else if (!part.startsWith("-- ")) {
        shelf.refuses(rule[0], rule[1]);
      }
    }
  }

  @Test
  void indexesEveryForeignKey() {
    assertThat(
            database
                .sql(
                    """
                    select conname from pg_constraint
                    where contype = 'f' and not exists (
                      select from pg_index
                      where indrelid = conrelid and indpred is null and indkey[0] = conkey[1])
                    """)
                .query(String.class)
                .list())
        .isEmpty();
  }

  @Test
  void knowsTheSameValuesAsTheCode() {
    var lists =
        database
            .sql(
                """
                select typname || ' ' || pg_get_constraintdef(pg_constraint.oid)
                from pg_constraint join pg_type on pg_type.oid = contypid
                where conname like '%\\_values'
                """)
            .query(String.class)
            .list();
    assertThat(lists).hasSizeGreaterThan(35);
    for (String list : lists) {
      String domain = list.substring(0, list.indexOf(' '));
      var values = new TreeSet<String>();
      var value = Pattern.compile("'([A-Z_]+)'").matcher(list);
      while (value.find()) {
        values.add(value.group(1));
      }
      assertThat(values).as(domain).isEqualTo(new TreeSet<>(constants(domain)));
    }
  }

  private static List<String> constants(String domain) {
    String name =
        Pattern.compile("(?:^|_)([a-z])").matcher(domain).replaceAll(m -> m.group(1).toUpperCase());
    return FEATURES.stream()
        .flatMap(feature -> find("org.meetingrecords." + feature + "." + name))
        .flatMap(type -> Arrays.stream(type.getEnumConstants()))
        .map(constant -> ((Enum<?>) constant).name())
        .toList();
  }

  private static Stream<Class<?>> find(String name) {
    try {
      return Stream.of(Class.forName(name));
    } catch (ClassNotFoundException elsewhere) {
      return Stream.empty();
    }
  }

  @Test
  void countsVersionsOfWhatReallyChanges() {
    long meeting = shelf.meeting();
    String version = "select version from meeting where id = " + meeting;
    shelf.run("update meeting set title = title where id = " + meeting);
    assertThat(shelf.value(Integer.class, version)).isEqualTo(1);
    shelf.run(
        "update meeting set held_from = '2020-01-01', held_to = '2020-01-01',"
            + " held_precision = 'DAY' where id = "
            + meeting);
    assertThat(shelf.value(Integer.class, version)).isEqualTo(2);
    shelf.run("update meeting set held_from = held_from where id = " + meeting);
    assertThat(shelf.value(Integer.class, version)).isEqualTo(2);
  }

  @Test
  void keepsTableRecordInStep() {
    long forum = shelf.forum();
    String slug = "select coalesce(max(slug), 'none') from record where id = " + forum;
    shelf.run("update forum set slug = 'renamed' where id = " + forum);
    assertThat(shelf.value(String.class, slug)).isEqualTo("renamed");
    shelf.run("insert into name (record_id, text, kind) values (" + forum + ", 'F', 'SHORT')");
    shelf.run("delete from forum where id = " + forum);
    assertThat(shelf.value(String.class, slug)).isEqualTo("none");
  }

  @Test
  void keepsAStatementsActorAndWordsInStep() {
    long meeting = shelf.meeting();
    long delegation = shelf.delegation(meeting);
    long statement = shelf.statement(meeting);
    String found =
        "select concat_ws(' ', word_count, actor_id, version) from statement where id = "
            + statement;
    String text = " where statement_id = " + statement;
    shelf.run("update statement set delegation_id = " + delegation + " where id = " + statement);
    shelf.text(statement);
    long actor = shelf.actor();
    shelf.run("update delegation set actor_id = " + actor + " where id = " + delegation);
    assertThat(shelf.value(String.class, found)).isEqualTo("2 " + actor + " 2");
    shelf.run("update text_version set body = 'One two three', relation = 'ORIGINAL'" + text);
    assertThat(shelf.value(String.class, found)).isEqualTo("3 " + actor + " 2");
    shelf.run("delete from text_version" + text);
    assertThat(shelf.value(String.class, found)).isEqualTo(actor + " 2");
  }

  @Test
  void passesOnTheActorsOfManyDelegationsAtOnce() {
    long meeting = shelf.meeting();
    long statement = shelf.statement(meeting);
    shelf.run(
        """
        insert into actor (slug, name, kind) select 'many-' || n, 'Many ' || n, 'STATE' from generate_series(1, 20) n;
        insert into delegation (meeting_id, name_as_recorded)
        select %1$d, 'many-' || n from generate_series(1, 20) n;
        insert into statement (slug, meeting_id, delegation_id, kind)
        select delegation.name_as_recorded || '-' || nth, meeting_id, delegation.id, 'SPEECH'
        from delegation, generate_series(1, 2) nth where meeting_id = %1$d and name_as_recorded like 'many-%%';
        update delegation set actor_id = actor.id, name_as_recorded = null
        from actor where actor.slug = name_as_recorded and meeting_id = %1$d
        """
            .formatted(meeting));
    String found =
        "select concat_ws(' ', count(*), count(distinct statement.actor_id), max(statement.version)) from statement"
            + " join actor on actor.id = statement.actor_id and statement.slug like actor.slug || '-_'";
    assertThat(shelf.value(String.class, found)).isEqualTo("40 20 1");
    shelf.run("update delegation set capacity = capacity where meeting_id = " + meeting);
    assertThat(shelf.value(String.class, found)).isEqualTo("40 20 1");
    assertThat(
            shelf.value(
                String.class,
                "select coalesce(max(actor_id)::text, 'none') from statement where id = "
                    + statement))
        .isEqualTo("none");
  }
}
