package org.meetingrecords.importing.loading;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.meetingrecords.BesideOthers;
import org.meetingrecords.importing.ImportingDatabase;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Progress;

/** What every format can bring, whatever its files look like. */
@BesideOthers
class LoaderTest {

  private static ImportingDatabase database;

  private int line;

  @BeforeAll
  static void migrate() {
    database = ImportingDatabase.named("importing_rows");
  }

  @BeforeEach
  void empty() throws Exception {
    try (var connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute(
          "truncate decision, instrument, meeting, forum, topic, proposition, source cascade");
      statement.execute("delete from record where type not in ('ACTOR')");
    }
  }

  private Report load(boolean keepGoing, Consumer<Loader> format) throws Exception {
    line = 0;
    var report = new Report();
    try (var connection = database.address().connect()) {
      connection.setAutoCommit(false);
      var loader = new Loader(connection, report, Progress.silent(), keepGoing, null);
      try {
        format.accept(loader);
        loader.load();
        connection.commit();
      } catch (Stopped stopped) {
        assertThat(stopped).hasNoCause();
        connection.rollback();
      }
    }
    return report;
  }

  private void add(Stage stage, @Nullable Object... values) {
    stage.add(new Place("file", ++line), values);
  }

  private void addAs(Stage stage, String key, @Nullable Object... values) {
    stage.addAs(new Place("file", ++line), key, values);
  }

  private void statements(Loader loader) {
    addAs(loader.stage("meeting", "slug", "title"), "m", "m", "Meeting");
    var statements =
        loader.stage("statement", "slug", "meeting_id", "part_id", "kind", "in_reply_to_id");
    addAs(statements, "answer", "answer", "m", "part 2", "ANSWER", "question");
    addAs(statements, "question", "question", "m", null, "QUESTION", null);
    var parts = loader.stage("meeting_part", "meeting_id", "kind", "number", "parent_id");
    addAs(parts, "part 2", "m", "SITTING", 2, "part 1");
    addAs(parts, "part 1", "m", "SESSION", 1, null);
    var texts = loader.stage("text_version", "statement_id", "language", "body").counting();
    addAs(texts, "words", "answer", "en", "Yes. Indeed.");
    addAs(texts, "other words", "answer", "en", "Aye.");
    add(
        loader.stage("meeting_part_identifier", "meeting_part_id", "scheme", "value"),
        "part 2",
        "un-symbol",
        "A/1/PV.2");
  }

  private void sayings(Loader loader, String kind) {
    var segments = loader.stage("segment", "text_version_id", "sequence", "kind", "start", "end");
    add(segments, "words", 1, "PARAGRAPH", 0, 4);
    add(segments, "words", 2, kind, 5, 12);
    addAs(
        loader.stage("instrument", "slug", "kind", "title", "symbol"),
        "un-symbol=A/1",
        "a-1",
        "TREATY",
        "One",
        null);
    var citations =
        loader
            .stage("citation", "statement_id", Stage.RECORD_TABLE, "target_id", "function")
            .counting();
    addAs(citations, "c1", "answer", "instrument", "un-symbol=A/1", "MENTIONS");
    addAs(citations, "c2", "answer", "instrument", "un-symbol=A/1", "MENTIONS");
    var evidence =
        loader.stage("citation_evidence", "citation_id", "text_version_id", "start", "end");
    add(evidence, "c2", "words", 0, 3);
    var stances =
        loader.stage(
            "stance",
            "holder_id",
            "statement_id",
            Stage.RECORD_TABLE,
            "target_id",
            "position",
            "method",
            "status");
    addAs(
        stances, "s", "france", "answer", "statement", "question", "SUPPORT", "MANUAL", "ACCEPTED");
    var words = loader.stage("stance_evidence", "stance_id", "text_version_id", "quote");
    add(words, "s", "other words", "Aye");
    var actions =
        loader
            .stage(
                "treaty_action",
                "instrument_id",
                "participant_as_recorded",
                "action",
                "date",
                "text",
                "objects_to_id")
            .counting();
    addAs(
        actions, "o", "un-symbol=A/1", "France", "OBJECTION", "2001-01-01", "No.", "reservation 2");
    addAs(actions, "reservation 1", "un-symbol=A/1", "Peru", "RESERVATION", null, "One.", null);
    addAs(actions, "reservation 2", "un-symbol=A/1", "Peru", "RESERVATION", null, "Two.", null);
  }

  private static final String SAID =
      """
      select statement.slug, asked.slug, part.number, parent.number,
        (select string_agg(kind || substr(body, start + 1, "end" - start), ',' order by sequence)
         from segment join text_version on text_version.id = text_version_id where statement_id = statement.id),
        (select string_agg(instrument.slug || (select count(*) from citation_evidence where citation_id = citation.id),
           ',' order by citation.id)
         from citation join instrument on instrument.id = target_id where statement_id = statement.id),
        (select holder.slug || target_type || quote || body
         from stance join actor holder on holder.id = holder_id
         join stance_evidence on stance_id = stance.id join text_version on text_version.id = text_version_id
         where stance.statement_id = statement.id)
      from statement
      left join statement asked on asked.id = statement.in_reply_to_id
      left join meeting_part part on part.id = statement.part_id
      left join meeting_part parent on parent.id = part.parent_id
      order by 1
      """;

  @Test
  void bringsWhatStatementsSayOfWhat() throws Exception {
    assertThat(
            load(
                    false,
                    loader -> {
                      statements(loader);
                      sayings(loader, "PARAGRAPH");
                    })
                .rejections())
        .isEmpty();
    assertThat(database.rows(SAID))
        .containsExactly(
            "answer | question | 2 | 1 | PARAGRAPHYes.,PARAGRAPHIndeed. | a-10,a-11 | franceSTATEMENTAyeAye.",
            "question | null | null | null | null | null | null");
    assertThat(
            database.rows(
                "select own.text, other.text from treaty_action own left join treaty_action other"
                    + " on other.id = own.objects_to_id order by own.id"))
        .containsExactly("No. | Two.", "One. | null", "Two. | null");
  }

  @Test
  void knowsEveryRowAgain() throws Exception {
    Report last = null;
    for (String kind : new String[] {"PARAGRAPH", "PARAGRAPH", "NOTE"}) {
      last =
          load(
              false,
              loader -> {
                statements(loader);
                sayings(loader, kind);
              });
      assertThat(last.rejections()).isEmpty();
    }
    assertThat(last).isNotNull();
    assertThat(last.toString())
        .containsPattern("segment +2 +0 +1 +1")
        .containsPattern("text version +2 +0 +0 +2")
        .containsPattern("citation +2 +0 +0 +2")
        .containsPattern("treaty action +3 +0 +0 +3");
    assertThat(
            database.rows(
                """
                select (select count(*) from meeting_part), (select count(*) from text_version),
                  (select count(*) from segment), (select count(*) from citation),
                  (select count(*) from citation_evidence), (select count(*) from stance),
                  (select count(*) from stance_evidence), (select count(*) from treaty_action),
                  (select count(*) from meeting_part_identifier), (select max(version) from statement)
                """))
        .containsExactly("2 | 2 | 2 | 2 | 1 | 1 | 1 | 3 | 1 | 1");
  }

  @Test
  void knowsARecordByWhateverIdentifierItHas() throws Exception {
    Consumer<Loader> format =
        loader -> {
          addAs(loader.stage("meeting", "slug", "title"), "m", "m", "Meeting");
          addAs(
              loader.stage("decision", "slug", "title", "meeting_id"),
              "d",
              "d",
              "Decision",
              "un-symbol=A/PV.1");
          add(
              loader.stage("identifier", Stage.RECORD_TABLE, "record_id", "scheme", "value"),
              "meeting",
              "m",
              "un-symbol",
              "A/PV.1");
        };
    assertThat(load(false, format).rejections()).isEmpty();
    try (var connection = database.address().connect();
        var statement = connection.createStatement()) {
      statement.execute("update meeting set slug = 'renamed'");
    }
    assertThat(load(false, format).rejections()).isEmpty();
    assertThat(
            database.rows(
                "select meeting.slug, decision.slug from meeting join decision on meeting.id = meeting_id"))
        .containsExactly("renamed | d");
  }

  @Test
  void leavesOutWhatPointsAtNothingAndWhatHangsOnThat() throws Exception {
    var report =
        load(
            true,
            loader -> {
              statements(loader);
              sayings(loader, "NOTE");
              var decisions = loader.stage("decision", "slug", "title", "meeting_id", "draft_id");
              addAs(decisions, "d1", "d1", "Lost", "nowhere", null);
              addAs(decisions, "d2", "d2", "Kept", "m", "un-symbol=A/1");
              var votes = loader.stage("vote", "decision_id", "name_as_recorded", "option");
              add(votes, "d1", "France", "YES");
              add(votes, "d2", "France", "YES");
              var topics = loader.stage("topic", "slug", "scheme", "name", "broader_id");
              addAs(topics, "t1", "t1", "local", "One", "t2");
              addAs(topics, "t2", "t2", "local", "Two", "nothing");
            });
    assertThat(report.rejections().stream().map(Rejection::reason))
        .contains(
            "there is no meeting \"nowhere\"",
            "there is no decision \"d1\"",
            "there is no topic \"nothing\"",
            "there is no topic \"t2\"");
    assertThat(
            database.rows(
                "select (select string_agg(slug, ',') from decision), (select count(*) from vote),"
                    + " (select count(*) from topic), (select count(*) from citation)"))
        .containsExactly("d2 | 1 | 0 | 2");
  }

  private void refused(Loader loader) {
    var forums = loader.stage("forum", "slug", "name", "kind");
    addAs(forums, "Bad Slug", "Bad Slug", "Bad", "OTHER");
    addAs(forums, "f", "f", "Good", "OTHER");
    var meetings = loader.stage("meeting", "slug", "title", "ordinal", "forum_id");
    addAs(meetings, "m1", "m1", "One", 1, "f");
    addAs(meetings, "m2", "m2", "Two", -2, "f");
    addAs(meetings, "m3", "m3", null, 3, "f");
    addAs(meetings, "m4", "m4", "Four", 4, "f");
    var items = loader.stage("agenda_item", "meeting_id", "number", "title");
    addAs(items, "i1", "m1", "1", "One");
    addAs(items, "i2", "m2", "2", "Two");
    addAs(items, "i4", "m4", "4", "Four");
    var decisions = loader.stage("decision", "slug", "title", "meeting_id", "agenda_item_id");
    addAs(decisions, "d1", "d1", "One", "m1", "i1");
    addAs(decisions, "d4", "d4", "Four", "m4", "i1");
    var memberships =
        loader.stage(
            "membership",
            "group_id",
            "member_id",
            "role",
            "started_from",
            "started_to",
            "started_precision");
    add(memberships, "united-nations", "france", "MEMBER", "1990-01-01", "1990-01-01", "DAY");
    var identifiers =
        loader.stage("identifier", Stage.RECORD_TABLE, "record_id", "scheme", "value");
    add(identifiers, "meeting", "m1", "own", "1");
    add(identifiers, "meeting", "m4", "own", "1");
  }

  @Test
  void leavesOutWhatTheDatabaseRefuses() throws Exception {
    var report = load(true, this::refused);
    assertThat(report.rejections().stream().map(row -> row.place().line() + " " + row.reason()))
        .containsExactlyInAnyOrder(
            "1 \"slug\" cannot be \"Bad Slug\": value for domain slug violates check constraint \"slug_form\"",
            "4 the rule meeting_ordinal_positive of the database forbids it",
            "5 \"title\" is missing",
            "8 there is no meeting \"m2\"",
            "11 the rule decision_agenda_item_id_fkey of the database forbids it: Key (agenda_item_id, meeting_id)="
                + report.rejections().stream()
                    .map(Rejection::reason)
                    .filter(reason -> reason.contains("decision_agenda_item"))
                    .map(reason -> reason.substring(reason.indexOf(")=") + 2))
                    .findFirst()
                    .orElse(""),
            "12 the rule membership_not_twice_at_once of the database forbids it: "
                + report.rejections().stream()
                    .map(Rejection::reason)
                    .filter(reason -> reason.contains("membership_not_twice"))
                    .map(reason -> reason.substring(reason.indexOf("it: ") + 4))
                    .findFirst()
                    .orElse(""),
            "14 the rule identifier_scheme_value of the database forbids it: Key (record_type, scheme, value)="
                + "(MEETING, own, 1) already exists.");
    assertThat(report.toString())
        .containsPattern("forum +1 +1 +0 +0")
        .containsPattern("meeting +2 +2 +0 +0")
        .containsPattern("agenda item +2 +2 +0 +0")
        .containsPattern("decision +1 +1 +0 +0")
        .containsPattern("identifier +1 +1 +0 +0");
    assertThat(
            database.rows(
                "select (select string_agg(slug, ',' order by slug) from meeting), (select count(*) from agenda_item),"
                    + " (select string_agg(slug, ',') from decision)"))
        .containsExactly("m1,m4 | 2 | d1");
  }

  @Test
  void stopsAtTheFirstRowThatTheDatabaseRefuses() throws Exception {
    assertThat(load(false, this::refused).rejections())
        .singleElement()
        .satisfies(row -> assertThat(row.place().toString()).isEqualTo("file:1"));
    assertThat(database.rows("select count(*) from forum")).containsExactly("0");
  }
}
