package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;
import org.meetingrecords.importing.staging.Proceedings;
import org.meetingrecords.importing.staging.Span;

/**
 * Utterances as statements. Notes between them are statements of nobody; what happened after one,
 * such as applause, is a segment at its end.
 */
final class ParlamintUtterances {

  private static final String LINE = "\n";
  private static final Map<String, String> CAPACITIES =
      Map.of("chair", "CHAIR", "regular", "MEMBER", "guest", "GUEST");
  private static final Map<String, String> MARKS =
      Map.of(
          "note", Passages.NOTE,
          "head", Passages.HEADING,
          "kinesic", Passages.INCIDENT,
          "vocal", Passages.INCIDENT,
          "incident", Passages.INCIDENT,
          "gap", Passages.GAP);
  private static final Set<String> CONTAINERS = Set.of("body", "div", "front", "back", "text");

  private final Loader loader;
  private final ParlamintCorpus corpus;
  private final ParlamintPeople people;
  private final DataSet data;
  private final Proceedings proceedings;
  private final Stage speakers;
  private final Stage attestations;

  ParlamintUtterances(Loader loader, ParlamintCorpus corpus, ParlamintPeople people) {
    this.loader = loader;
    this.corpus = corpus;
    this.people = people;
    data = corpus.data();
    proceedings = new Proceedings(loader, data, "ORIGINAL");
    speakers =
        loader.stage(
            "speaker",
            "statement_id",
            "person_id",
            "position_id",
            "affiliation_id",
            "capacity",
            "label_as_recorded");
    attestations =
        loader
            .stage("attestation", Span.names("tenure_id", "attested*", "label", "source_id"))
            .repeating();
  }

  /** Reads the text of a sitting, of which the stream is at the start. */
  void read(Xml xml, String sitting, String meeting, @Nullable LocalDate day, String language)
      throws IOException {
    var reading = new Reading(sitting, meeting, day, language);
    int depth = 1;
    while (depth > 0 && xml.next()) {
      if (xml.isEnd()) {
        depth--;
      } else if (!xml.isStart()) {
        reading.loose(xml);
      } else if (CONTAINERS.contains(xml.name())) {
        depth++;
      } else {
        reading.take(xml.element());
      }
    }
    reading.end();
  }

  /**
   * One sitting on its way in: the statement that is open, and what was printed before the next.
   */
  private final class Reading {

    private final String sitting;
    private final String meeting;
    private final @Nullable LocalDate day;
    private final String language;
    private int sequence;
    private String label = "";
    private @Nullable XmlElement utterance;
    private @Nullable Place place;
    private Passages passages = new Passages();

    Reading(String sitting, String meeting, @Nullable LocalDate day, String language) {
      this.sitting = sitting;
      this.meeting = meeting;
      this.day = day;
      this.language = language;
    }

    void loose(Xml xml) {
      if (!xml.text().isBlank()) {
        loader.reject(xml.place(), "there are words outside of any utterance", xml.text().strip());
      }
    }

    void take(XmlElement element) {
      String mark = MARKS.get(element.name());
      if (element.name().equals("u")) {
        end();
        utterance = element;
        place = element.place();
        pieces(element, "");
      } else if (element.name().equals("note") && element.attribute("type").equals("speaker")) {
        end();
        label = element.words();
      } else if (mark == null) {
        loader
            .report()
            .note("elements that the model has no place for: %s".formatted(element.name()));
      } else {
        if (mark.equals(Passages.NOTE) || mark.equals(Passages.HEADING) || place == null) {
          end();
          place = element.place();
        }
        passages.add(mark, element.attribute("id"), said(element), LINE);
      }
    }

    /** What an utterance is made of: paragraphs, and the notes and incidents inside them. */
    private void pieces(XmlElement whole, String anchor) {
      var words = new StringBuilder();
      String between = LINE;
      for (Object piece : whole.content()) {
        if (!(piece instanceof XmlElement inner)) {
          words.append(piece);
        } else if (inner.name().equals("seg")) {
          flush(anchor, words, between);
          pieces(inner, inner.attribute("id"));
          between = LINE;
        } else if (MARKS.containsKey(inner.name())) {
          between = flush(anchor, words, between);
          passages.add(MARKS.get(inner.name()), inner.attribute("id"), said(inner), between);
          between = " ";
        } else {
          words.append(inner.words());
        }
      }
      flush(anchor, words, between);
    }

    /** Adds the words so far, and says what parts the next from them. */
    private String flush(String anchor, StringBuilder words, String between) {
      String plain = XmlElement.plain(words.toString());
      words.setLength(0);
      passages.add(Passages.PARAGRAPH, anchor, plain, between);
      return plain.isEmpty() ? between : " ";
    }

    /** The words of a mark; where it has none, what it says that it is. */
    private String said(XmlElement mark) {
      String words = mark.words();
      return words.isEmpty()
          ? "[%s]".formatted((mark.name() + " " + mark.attribute("reason")).strip())
          : words;
    }

    /** Puts the open statement on stage. */
    void end() {
      if (place != null) {
        stage(place, utterance);
      }
      utterance = null;
      place = null;
      passages = new Passages();
    }

    private void stage(Place where, @Nullable XmlElement spoken) {
      sequence++;
      String id = spoken == null ? "" : spoken.attribute("id");
      String slug =
          Words.slug(id.isEmpty() ? sitting + " " + sequence : id, sitting + "-" + sequence);
      String key = id.isEmpty() ? slug : Parlamint.SCHEME + "=" + id;
      String tongue =
          spoken == null || spoken.attribute("lang").isEmpty()
              ? language
              : spoken.attribute("lang");
      proceedings.add(
          where,
          key,
          slug,
          new Proceedings.Contribution(
              meeting,
              sequence,
              spoken == null ? Proceedings.NARRATIVE : "SPEECH",
              day == null ? Span.NONE : Span.day(day, day.toString()),
              spoken == null ? null : Words.filled(label),
              Words.language(tongue)),
          passages);
      if (spoken != null) {
        speak(where, key, spoken);
        label = "";
      }
    }

    private void speak(Place where, String statement, XmlElement spoken) {
      String person = spoken.reference("who");
      String capacity =
          spoken.references("ana").stream()
              .filter(CAPACITIES::containsKey)
              .map(CAPACITIES::get)
              .findFirst()
              .orElse("UNKNOWN");
      boolean known = people.has(person);
      var office =
          day == null
              ? Optional.<ParlamintPeople.Affiliation>empty()
              : people.office(person, day, capacity.equals("CHAIR"));
      var group = day == null ? Optional.<String>empty() : people.group(person, day);
      String printed = label.isEmpty() ? person : label;
      loader
          .report()
          .note(
              known
                  ? "speakers linked to a person of the list"
                  : person.isEmpty()
                      ? "utterances without a speaker"
                      : "speakers who are in no list and stay as recorded");
      loader
          .report()
          .note(
              office.isPresent()
                  ? "speakers linked to the office they held that day"
                  : "speakers without an office that day");
      if (!known && printed.isEmpty()) {
        return;
      }
      speakers.add(
          where,
          statement,
          known ? corpus.key(person) : null,
          office.map(ParlamintPeople.Affiliation::position).orElse(null),
          group.map(corpus::key).orElse(null),
          capacity,
          Words.filled(printed));
      if (office.isPresent() && day != null && !printed.isEmpty()) {
        attestations.add(
            where,
            Span.columns(
                office.get().tenure(), Span.day(day, day.toString()), printed, data.source()));
      }
    }
  }
}
