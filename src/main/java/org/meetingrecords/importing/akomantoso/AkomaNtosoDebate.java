package org.meetingrecords.importing.akomantoso;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;
import org.meetingrecords.importing.staging.Proceedings;

/** A debate as a meeting with its agenda, statements in order, and votes. */
final class AkomaNtosoDebate {

  private static final Map<String, String> SPOKEN =
      Map.of("speech", "SPEECH", "question", "QUESTION", "answer", "ANSWER");

  private final Loader loader;
  private final DataSet data;
  private final AkomaNtosoSpeakers speakers;
  private final AkomaNtosoVotes votes;
  private final AkomaNtosoMeetings meetings;
  private final AkomaNtosoAgenda agenda;
  private final AkomaNtosoStatements statements;

  AkomaNtosoDebate(Loader loader) {
    this.loader = loader;
    data = new DataSet(loader);
    speakers = new AkomaNtosoSpeakers(loader, data);
    votes = new AkomaNtosoVotes(loader, data, speakers);
    meetings = new AkomaNtosoMeetings(loader, data);
    agenda = new AkomaNtosoAgenda(loader, votes);
    statements = new AkomaNtosoStatements(loader, data, agenda);
  }

  /** Reads a debate, of which the stream is at the start. */
  void read(Xml xml, String file, String language, Map<String, String> earlier) throws IOException {
    var start = xml.place();
    Document document = null;
    var covers = new ArrayList<XmlElement>();
    while (xml.next() && !xml.isEnd()) {
      if (!xml.isStart()) {
        continue;
      }
      switch (xml.name()) {
        case "meta" -> {
          var meta = AkomaNtosoMeta.of(xml.element());
          String other = earlier.putIfAbsent(meta.uri() + "|" + meta.language(), file);
          if (other != null && !meta.uri().isEmpty()) {
            loader.reject(start, "the debate %s is in %s already".formatted(meta.uri(), other), "");
            return;
          }
          document = new Document(meta, file, language, start);
        }
        case "coverPage", "preface", "preamble", "conclusions" -> covers.add(xml.element());
        case "debateBody" -> {
          if (document == null) {
            throw new FileFault(xml.place(), "the body comes without a <meta> before it");
          }
          document.begin(covers);
          document.body(xml);
        }
        default -> {
          loader
              .report()
              .note("elements that the model has no place for: %s".formatted(xml.name()));
          xml.element();
        }
      }
    }
    if (document == null || !document.hasBody) {
      throw new FileFault(start, "there is no <meta> or no <debateBody> in the debate");
    }
    document.end(covers);
  }

  /** One document on its way in. */
  private final class Document {

    private final AkomaNtosoMeta meta;
    private final String file;
    private final Place place;
    private final String meeting;
    private final String slug;
    private final @Nullable String language;
    private AkomaNtosoMeetings.Cover cover = AkomaNtosoMeetings.Cover.NONE;
    private boolean hasBody;
    private Passages narrative = new Passages();
    private @Nullable Place narrated;

    Document(AkomaNtosoMeta meta, String file, String declared, Place place) {
      this.meta = meta;
      this.file = file;
      this.place = place;
      String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.xml$", "");
      meeting = meta.uri().isEmpty() ? AkomaNtoso.SCHEME + "=" + name : "frbr-uri=" + meta.uri();
      slug = Words.slug(meta.uri().isEmpty() ? name : meta.uri(), "debate");
      language = Words.language(meta.language().isEmpty() ? declared : meta.language());
    }

    void begin(List<XmlElement> covers) {
      data.from("akoma-ntoso-" + slug);
      cover = meetings.cover(meta, covers, place);
      votes.begin(meta, meeting, slug);
      agenda.begin(meeting);
      statements.begin(meeting, slug);
    }

    void body(Xml xml) throws IOException {
      hasBody = true;
      int depth = 1;
      while (depth > 0 && xml.next()) {
        if (xml.isEnd()) {
          depth--;
          close();
        } else if (!xml.isStart()) {
          if (!xml.text().isBlank()) {
            loader.reject(
                xml.place(), "there are words outside of any element", xml.text().strip());
          }
        } else if (AkomaNtosoAgenda.isSection(xml.name())) {
          depth++;
          tell();
          flush();
          agenda.open(xml);
        } else {
          take(xml.element());
        }
      }
      flush();
    }

    private void take(XmlElement element) {
      if (agenda.takesAsTitle(element)) {
        return;
      }
      tell();
      if (SPOKEN.containsKey(element.name())) {
        flush();
        speech(element);
        return;
      }
      if (narrated == null) {
        narrated = element.place();
      }
      AkomaNtosoText.add(narrative, element, Passages.PARAGRAPH);
      votes.listed(
          meta, element, agenda.ids(), meeting, slug, agenda.item().orElse(null), agenda.title());
    }

    private void tell() {
      agenda.tell().ifPresent(title -> cover = cover.orOn(title));
    }

    private void close() {
      tell();
      flush();
      agenda.close();
    }

    /** Puts what was told since the last speech on stage, as one statement of nobody. */
    private void flush() {
      if (!narrative.isEmpty() && narrated != null) {
        statements.add(narrated, "", Proceedings.NARRATIVE, narrative, null, language, cover.day());
      }
      narrative = new Passages();
      narrated = null;
    }

    private void speech(XmlElement speech) {
      var head = AkomaNtosoText.head(speech);
      String printed = head.map(AkomaNtosoText::words).orElse("");
      var passages = new Passages();
      var attribution = AkomaNtosoText.attribution(printed);
      passages.add(Passages.PARAGRAPH, "", attribution.words(), "");
      AkomaNtosoText.add(
          passages, AkomaNtosoText.without(speech, head.orElse(null)), Passages.PARAGRAPH);
      String spoken = Words.language(speech.attribute("lang"));
      String key =
          statements.add(
              speech.place(),
              speech.attribute("eId"),
              SPOKEN.getOrDefault(speech.name(), "SPEECH"),
              passages,
              attribution.printed(),
              spoken == null ? language : spoken,
              cover.day());
      speakers.add(
          meta, speech, head, attribution.printed(), key, meeting, cover.organization(), day());
    }

    private @Nullable LocalDate day() {
      return "DAY".equals(cover.day().precision()) ? cover.day().from() : null;
    }

    void end(List<XmlElement> covers) {
      meetings.add(meta, cover, covers, meeting, slug, agenda.heading(), file, place, language);
      votes.end(meeting, cover.day());
    }
  }
}
