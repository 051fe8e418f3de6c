package org.meetingrecords.importing.council;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Meetings;
import org.meetingrecords.importing.staging.Span;

/** The Security Council's meetings, with their resumptions and what was on the agenda. */
final class CouncilMeetings {

  static final Meetings.Body BODY =
      new Meetings.Body("un-security-council", "United Nations Security Council", "UNSC");

  private static final class Held {
    private final Place place;
    private LocalDate first;
    private LocalDate last;
    private final Map<Integer, Integer> numbers = new TreeMap<>();
    private boolean votedInWriting;

    private Held(CouncilRow row) {
      place = row.place();
      first = row.day();
      last = row.day();
    }
  }

  private final DataSet set;
  private final Loader loader;
  private final Map<String, Held> meetings = new LinkedHashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Stage parts;
  private final Stage items;
  private final Stage topics;
  private final Stage meetingTopics;
  private final Stage statementItems;
  private final Stage statementTopics;

  CouncilMeetings(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    parts =
        loader.stage("meeting_part", "meeting_id", "kind", "number", "title", "symbol", "held_on");
    items = loader.stage("agenda_item", "meeting_id", "title");
    topics = loader.stage("topic", "slug", "scheme", "notation", "name");
    meetingTopics = loader.stage("meeting_topic", "meeting_id", "topic_id");
    statementItems = loader.stage("statement_agenda_item", "statement_id", "agenda_item_id");
    statementTopics = loader.stage("statement_topic", "statement_id", "topic_id");
  }

  static String key(CouncilDocument document) {
    return "un-symbol=" + document.symbol();
  }

  /** Learns when the meetings were and how many speeches each part has. */
  void learn(List<CouncilRow> rows) {
    for (CouncilRow row : rows) {
      Held held = meetings.computeIfAbsent(row.document().symbol(), unknown -> new Held(row));
      held.first = row.day().isBefore(held.first) ? row.day() : held.first;
      held.last = row.day().isAfter(held.last) ? row.day() : held.last;
      held.numbers.merge(row.document().resumption(), row.number(), Math::max);
      String letter = row.words().letter();
      held.votedInWriting |=
          letter != null && letter.contains("indicating their national positions");
    }
  }

  void write() {
    var stage = new Meetings(loader, BODY, "mode");
    meetings.forEach(
        (symbol, held) -> {
          var document = CouncilDocument.of(symbol).orElseThrow();
          var number = document.meetingNumber();
          String key = key(document);
          stage.add(
              held.place,
              key,
              Words.slug(symbol),
              title(symbol, number, held.votedInWriting),
              number.orElse(null),
              new Span(held.first, held.last, "DAY", null),
              number.isPresent() ? "IN_PERSON" : held.votedInWriting ? "WRITTEN" : "VIRTUAL");
          set.link(held.place, "meeting", key);
        });
  }

  private static String title(String symbol, Optional<Integer> number, boolean votedInWriting) {
    String council = "the United Nations Security Council";
    if (number.isPresent()) {
      return "%s meeting of %s".formatted(Words.ordinal(number.get()), council);
    }
    return votedInWriting
        ? "Written vote of %s, %s".formatted(council, symbol)
        : "Videoconference of the members of %s, %s".formatted(council, symbol);
  }

  /** Whether members sent in their votes and the reasons for them, without a meeting. */
  boolean isVoteInWriting(CouncilDocument document) {
    Held held = meetings.get(document.symbol());
    return held != null && held.votedInWriting;
  }

  /** The place of a speech in the meeting; a resumption goes on counting. */
  int sequence(CouncilRow row) {
    int before = 0;
    Held held = meetings.get(row.document().symbol());
    if (held != null) {
      for (var part : held.numbers.entrySet()) {
        before += part.getKey() < row.document().resumption() ? part.getValue() : 0;
      }
    }
    return before + row.number();
  }

  /** The key of the part that a speech was in; null where the meeting has no parts. */
  @Nullable String part(CouncilRow row) {
    var document = row.document();
    if (document.resumption() == 0) {
      return null;
    }
    String key = document.partSymbol();
    if (told.add(key)) {
      parts.addAs(
          row.place(),
          key,
          key(document),
          "RESUMED_SESSION",
          document.resumption(),
          "Resumption " + document.resumption(),
          key,
          row.day());
    }
    return key;
  }

  /** Puts a statement under its item of the agenda, which is its topic too. */
  void topic(CouncilRow row, String statement) {
    if (row.topic().isEmpty()) {
      loader.report().note("speeches without a topic");
      return;
    }
    String meeting = key(row.document());
    String topic = Words.slug(CouncilDebates.KEY + " " + row.topic());
    String item = meeting + "/" + topic;
    if (set.linkOnce(row.place(), "topic", topic)) {
      topics.addAs(row.place(), topic, topic, CouncilDebates.KEY, row.topic(), row.topic());
    }
    if (told.add(item)) {
      items.addAs(row.place(), item, meeting, row.topic());
      meetingTopics.add(row.place(), meeting, topic);
    }
    statementItems.add(row.place(), statement, item);
    statementTopics.add(row.place(), statement, topic);
  }
}
