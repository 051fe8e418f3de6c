package org.meetingrecords.read;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.meetingrecords.sdl.WrittenSchema;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.graphql.execution.GraphQlSource;

/** What matches nothing in schema or database stops the start and is named. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class DeclarationsTest {
  @Autowired private WrittenSchema schema;
  @Autowired private List<Declaration> declarations;
  @Autowired private ReadDatabase database;
  @Autowired private GraphQlSource engine;

  @Test
  void thoseOfTheApplicationFit() {
    assertThatCode(() -> Model.of(schema.registry(), declarations, database))
        .doesNotThrowAnyException();
  }

  static List<Arguments> mistakes() {
    return List.of(
        mistake(
            types -> types.extend("Meeting").value("tittle", "1"),
            "Meeting.tittle is declared, and the schema has no such field"),
        mistake(
            types -> types.extend("Meeting").rows("title", Relation.of("name", "record_id")),
            "Meeting.title is declared as rows"),
        mistake(
            types -> types.extend("Meeting").link("country", "land_id"),
            "Meeting.country is not declared, and there is no column meeting.land_id"),
        mistake(
            types -> types.extend("Meeting").link("title", "ordinal"),
            "Meeting.title is String in the schema, and meeting.ordinal is integer"),
        mistake(
            types -> types.extend("Meeting").link("mode", "city"),
            "Meeting.mode is MeetingMode in the schema, and meeting.city is of the closed list filled_text"),
        mistake(
            types -> types.extend("Meeting").link("slug", "city"),
            "Meeting.slug is never null in the schema, and meeting.city may be"),
        mistake(
            types -> types.extend("Meeting").order("MOOD", "mood"),
            "Meeting is ordered by mood, and its table has no such column"),
        mistake(
            types ->
                types.extend("Meeting").filterLink("chair", "Person", "chair_id", "Its chair."),
            "MeetingFilter.chair is not declared, and there is no column meeting.chair_id"),
        mistake(
            types -> types.node("Meetin", "XX"),
            "type Meetin is declared, and the schema has none of that name"),
        mistake(types -> types.record("Meeting", "XX"), "type Meeting is declared twice"));
  }

  @ParameterizedTest(name = "{1}")
  @MethodSource("mistakes")
  void mistakeIsNamed(Declaration mistake, String message) {
    var all = new ArrayList<Declaration>(declarations);
    all.add(mistake);
    assertThatThrownBy(() -> Model.of(schema.registry(), all, database))
        .hasMessageContaining(message);
  }

  @Test
  void typeThatNobodyDeclaresIsNamed() {
    var some =
        declarations.stream()
            .filter(each -> !each.getClass().getSimpleName().equals("ForumTypes"))
            .toList();
    assertThatThrownBy(() -> Model.of(schema.registry(), some, database))
        .hasMessageContaining("type Forum of the schema is not declared by any package");
  }

  @Test
  void sqlThatTheDatabaseRefusesIsNamed() {
    var all = new ArrayList<>(declarations);
    all.removeIf(each -> each.getClass().getSimpleName().equals("ForumTypes"));
    all.add(
        types ->
            types
                .record("Forum", "FO")
                .value("label", "{row}.no_such_column")
                .rows("names", Relation.of("no_such_table", "record_id").order("id"))
                .order("NAME", "name"));
    var model = Model.of(schema.registry(), all, database);
    assertThatThrownBy(() -> new Rehearsal(engine.schema(), model, database).run())
        .hasMessageContaining("Forum.label(language: \"en\"): ERROR: column")
        .hasMessageContaining("no_such_column")
        .hasMessageContaining("Forum.names { __typename text")
        .hasMessageContaining("no_such_table");
  }

  @Test
  void dimensionThatTheDatabaseRefusesIsNamed() {
    var all = new ArrayList<>(declarations);
    all.removeIf(each -> each.getClass().getSimpleName().equals("StatisticsTypes"));
    all.add(
        types -> {
          List.of("StatementGroup", "VoteGroup", "GroupKey", "Facet").forEach(types::shape);
          for (String dimension :
              List.of("YEAR", "MONTH", "FORUM", "MEETING", "ACTOR", "GROUP", "POSITION_RANK")) {
            types.extend("Statement").dimension(Dimension.of(dimension, "{row}.slug"));
          }
          for (String dimension : List.of("CAPACITY", "KIND", "LANGUAGE", "TOPIC")) {
            types.extend("Statement").dimension(Dimension.of(dimension, "{row}.weather"));
          }
          for (String dimension :
              List.of("YEAR", "FORUM", "ACTOR", "GROUP", "OPTION", "TOPIC", "DECISION")) {
            types.extend("Vote").dimension(Dimension.of(dimension, "{row}.option"));
          }
        });
    var model = Model.of(schema.registry(), all, database);
    assertThatThrownBy(() -> new Rehearsal(engine.schema(), model, database).run())
        .hasMessageContaining("dimension KIND of Statement: ERROR: column")
        .message()
        .doesNotContain("dimension YEAR");
  }

  @Test
  void dimensionThatTheSchemaDoesNotKnowIsNamed() {
    var all = new ArrayList<>(declarations);
    all.add(types -> types.extend("Vote").dimension(Dimension.of("WEATHER", "1")));
    assertThatThrownBy(() -> Model.of(schema.registry(), all, database))
        .hasMessageContaining(
            "the values of enum VoteDimension and the dimensions declared differ");
  }

  private static Arguments mistake(Declaration declaration, String message) {
    return Arguments.of(declaration, message);
  }
}
