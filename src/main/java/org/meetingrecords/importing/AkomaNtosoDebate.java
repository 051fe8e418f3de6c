package org.meetingrecords.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A debate as a meeting with its agenda, statements in order, and votes. */
final class AkomaNtosoDebate {

  private static final Set<String> SECTIONS =
      Set.of(
          "debateBody",
          "debateSection",
          "administrationOfOath",
          "rollCall",
          "prayers",
          "oralStatements",
          "writtenStatements",
          "personalStatements",
          "ministerialStatements",
          "resolutions",
          "nationalInterest",
          "declarationOfVote",
          "communication",
          "petitions",
          "papers",
          "noticesOfMotion",
          "questions",
          "address",
          "proceduralMotions",
          "pointOfOrder",
          "adjournment",
          "speechGroup");

  /** Parts that serve only the conduct of the meeting. */
  private static final Set<String> PROCEDURAL =
      Set.of("administrationOfOath", "rollCall", "prayers", "proceduralMotions", "adjournment");

  private static final Map<String, String> SPOKEN =
      Map.of("speech", "SPEECH", "question", "QUESTION", "answer", "ANSWER");

  private static final Set<String> TITLES = Set.of("num", "heading", "subheading");

  private final Loader loader;
  private final DataSet data;
  private final AkomaNtosoSpeakers speakers;
  private final AkomaNtosoVotes votes;
  private final AkomaNtosoMeetings meetings;
  private final Stage items;
  private final Stage statements;
  private final Stage statementItems;
  private final Stage versions;
  private final Stage segments;

  AkomaNtosoDebate(Loader loader) {
    this.loader = loader;
    data = new DataSet(loader);
    speakers = new AkomaNtosoSpeakers(loader, data);
    votes = new AkomaNtosoVotes(loader, data, speakers);
    meetings = new AkomaNtosoMeetings(loader, data);
    items = loader.stage("agenda_item", "meeting_id", "number", "title", "parent_id").counting();
    statements =
        loader.stage(
            "statement",
            Span.names(
                "slug",
                "meeting_id",
                "sequence",
                "kind",
                "delivery",
                "delivered*",
                "attribution",
                "language",
                "procedural"));
    statementItems =
        loader.stage("statement_agenda_item", "statement_id", "agenda_item_id").repeating();
    versions =
        loader.stage(
            "text_version", "statement_id", "language", "relation", "record_type", "voice", "body");
    segments = Passages.stage(loader);
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

  /** A part of the debate that is open. */
  private static final class Section {
    private final String name;
    private final String id;
    private final Place place;
    private final List<String> titles = new ArrayList<>();
    private String number = "";
    private @Nullable String item;
    private boolean told;

    private Section(String name, String id, Place place) {
      this.name = name;
      this.id = id;
      this.place = place;
    }

    String title() {
      return String.join(" – ", titles);
    }
  }

  /** One document on its way in. */
  private final class Document {

    private final AkomaNtosoMeta meta;
    private final String file;
    private final Place place;
    private final String meeting;
    private final String slug;
    private final @Nullable String language;
    private final Deque<Section> sections = new ArrayDeque<>();
    private final Set<String> ids = new HashSet<>();
    private AkomaNtosoMeetings.Cover cover = AkomaNtosoMeetings.Cover.NONE;
    private boolean hasBody;
    private int sequence;
    private int itemCount;
    private int top;
    private String firstTitle = "";
    private Passages narrative = new Passages();
    private @Nullable Place narrated;

    Document(AkomaNtosoMeta meta, String file, String declared, Place place) {
      this.meta = meta;
      this.file = file;
      this.place = place;
      String name = file.substring(file.lastIndexOf('/') + 1).replaceFirst("(?i)\\.xml$", "");
      meeting = meta.uri().isEmpty() ? AkomaNtoso.SCHEME + "=" + name : "frbr-uri=" + meta.uri();
      slug = DataSet.slug(meta.uri().isEmpty() ? name : meta.uri(), "debate");
      language = DataSet.language(meta.language().isEmpty() ? declared : meta.language());
    }

    void begin(List<XmlElement> covers) {
      data.from("akoma-ntoso-" + slug);
      cover = meetings.cover(meta, covers, place);
      votes.begin(meta, meeting, slug);
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
        } else if (SECTIONS.contains(xml.name())) {
          depth++;
          tell();
          flush();
          sections.push(
              new Section(xml.name(), xml.attributes().getOrDefault("eId", ""), xml.place()));
        } else {
          take(xml.element());
        }
      }
      flush();
    }

    private void take(XmlElement element) {
      var section = sections.peek();
      if (section != null && !section.told && TITLES.contains(element.name())) {
        if (element.name().equals("num")) {
          section.number = element.words();
        } else if (!element.words().isEmpty()) {
          section.titles.add(element.words());
        }
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
          meta,
          element,
          sections.stream().map(open -> open.id).toList(),
          meeting,
          slug,
          item(),
          title());
    }

    /** The section's title is complete: what has one is an item of the agenda. */
    private void tell() {
      var section = sections.peek();
      if (section == null || section.told) {
        return;
      }
      section.told = true;
      String title = section.title();
      if (sections.size() == 1) {
        top++;
        firstTitle = firstTitle.isEmpty() ? title : firstTitle;
        cover = cover.orOn(title);
      }
      String parent =
          sections.stream()
              .skip(1)
              .map(open -> open.item)
              .filter(Objects::nonNull)
              .findFirst()
              .orElse(null);
      if (title.isEmpty() && section.number.isEmpty()) {
        section.item = null;
        loader.report().note("sections without a heading, which are no items of the agenda");
      } else {
        section.item = meeting + "/item/" + ++itemCount;
        items.addAs(
            section.place,
            section.item,
            meeting,
            DataSet.filled(section.number),
            title.isEmpty() ? section.number : title,
            parent);
      }
      votes.section(section.id, item(), title());
    }

    private @Nullable String item() {
      return sections.stream()
          .map(open -> open.item)
          .filter(Objects::nonNull)
          .findFirst()
          .orElse(null);
    }

    private String title() {
      return sections.stream()
          .map(Section::title)
          .filter(title -> !title.isEmpty())
          .findFirst()
          .orElse("");
    }

    private void close() {
      tell();
      flush();
      sections.poll();
    }

    /** Puts what was told since the last speech on stage, as one statement of nobody. */
    private void flush() {
      if (!narrative.isEmpty() && narrated != null) {
        statement(narrated, "", "NARRATIVE", narrative, null, language);
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
      String spoken = DataSet.language(speech.attribute("lang"));
      String key =
          statement(
              speech.place(),
              speech.attribute("eId"),
              SPOKEN.getOrDefault(speech.name(), "SPEECH"),
              passages,
              attribution.printed(),
              spoken == null ? language : spoken);
      speakers.add(
          meta, speech, head, attribution.printed(), key, meeting, cover.organization(), day());
    }

    private @Nullable LocalDate day() {
      return "DAY".equals(cover.day().precision()) ? cover.day().from() : null;
    }

    private String statement(
        Place where,
        String id,
        String kind,
        Passages passages,
        @Nullable String attribution,
        @Nullable String tongue) {
      sequence++;
      boolean own = !id.isEmpty() && ids.add(id);
      String name = slug + "-" + (own ? DataSet.slug(id, "s" + sequence) : sequence);
      String key = own ? meeting + "#" + id : name;
      boolean spoken = !kind.equals("NARRATIVE");
      statements.addAs(
          where,
          key,
          Span.columns(
              name,
              meeting,
              sequence,
              kind,
              spoken ? "SPOKEN" : "UNKNOWN",
              cover.day(),
              attribution == null ? null : DataSet.filled(attribution),
              tongue,
              sections.stream().anyMatch(open -> PROCEDURAL.contains(open.name))));
      data.link(where, "statement", key);
      String item = item();
      if (item != null) {
        statementItems.add(where, key, item);
      }
      if (!passages.isEmpty()) {
        versions.addAs(
            where,
            key,
            key,
            tongue == null ? "und" : tongue,
            "UNKNOWN",
            "VERBATIM_RECORD",
            spoken ? "FIRST_PERSON" : "THIRD_PERSON",
            passages.body());
        passages.stage(segments, where, key);
      }
      return key;
    }

    void end(List<XmlElement> covers) {
      String heading = top == 1 ? firstTitle : "";
      meetings.add(meta, cover, covers, meeting, slug, heading, file, place, language);
      votes.end(meeting, cover.day());
    }
  }
}
