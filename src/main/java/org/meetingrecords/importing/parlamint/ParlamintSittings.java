package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;

/** Sittings as meetings. */
final class ParlamintSittings {

  private final Loader loader;
  private final ParlamintCorpus corpus;
  private final ParlamintOrganizations organizations;
  private final DataSet data;
  private final ParlamintUtterances utterances;
  private final Stage meetings;
  private final Map<String, String> read = new HashMap<>();

  ParlamintSittings(
      Loader loader,
      ParlamintCorpus corpus,
      ParlamintOrganizations organizations,
      ParlamintPeople people) {
    this.loader = loader;
    this.corpus = corpus;
    this.organizations = organizations;
    data = corpus.data();
    utterances = new ParlamintUtterances(loader, corpus, people);
    meetings =
        loader.stage(
            "meeting",
            Span.names(
                "slug", "title", "forum_id", "ordinal", "held*", "status", "city", "country_id"));
  }

  void read(Input input, String file) throws IOException {
    try (var xml = Xml.open(input, file)) {
      var place = xml.place();
      String id = xml.attributes().getOrDefault("id", "").strip();
      String language = xml.attributes().getOrDefault("lang", "");
      if (id.isEmpty()) {
        throw new FileFault(place, "<TEI> has no xml:id");
      }
      String earlier = read.putIfAbsent(id, file);
      if (earlier != null) {
        loader.reject(place, "the sitting %s is in %s already".formatted(id, earlier), "");
        return;
      }
      String meeting = Parlamint.SCHEME + "=" + id;
      LocalDate day = null;
      boolean described = false;
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("teiHeader")) {
          day = describe(xml.element(), id, meeting);
          described = true;
        } else if (xml.isStart() && xml.name().equals("text")) {
          if (!described) {
            throw new FileFault(xml.place(), "the text comes without a <teiHeader> before it");
          }
          utterances.read(xml, id, meeting, day, language);
        }
      }
      if (!described) {
        throw new FileFault(place, "there is no <teiHeader> in it");
      }
    }
  }

  /** Puts the meeting on stage and says when it was. */
  private @Nullable LocalDate describe(XmlElement header, String id, String meeting) {
    var place = header.place();
    var titles = header.find("fileDesc", "titleStmt").orElse(header).children("title");
    var main = titles.stream().filter(title -> !title.attribute("type").equals("sub")).toList();
    var setting = header.find("profileDesc", "settingDesc", "setting");
    var date =
        setting
            .flatMap(found -> found.find("date"))
            .or(() -> header.find("fileDesc", "sourceDesc", "bibl", "date"));
    var held = date.map(found -> Span.of(found.attribute("when"))).orElse(Span.NONE);
    LocalDate day = "DAY".equals(held.precision()) ? held.from() : null;
    var kinds = header.find("fileDesc", "titleStmt").orElse(header).children("meeting");
    Optional<String> parliament = Optional.empty();
    Integer number = null;
    for (XmlElement kind : kinds) {
      var marks = kind.references("ana");
      if (parliament.isEmpty()) {
        parliament = organizations.parliament(kind.references("corresp"));
      }
      if (parliament.isEmpty()) {
        parliament = organizations.parliament(marks);
      }
      if (marks.contains("parla.meeting") && kind.attribute("n").matches("0*[1-9]\\d{0,8}")) {
        number = Integer.valueOf(kind.attribute("n"));
      }
    }
    meetings.addAs(
        place,
        meeting,
        Span.columns(
            Words.slug(id, "sitting"),
            main.isEmpty() ? id : main.getFirst().words(),
            parliament.or(organizations::parliament).map(corpus::key).orElse(null),
            number,
            held,
            "HELD",
            named(setting, "city"),
            setting.flatMap(found -> country(found, day)).orElse(null)));
    data.link(place, "meeting", meeting);
    for (XmlElement title : main) {
      data.aliases()
          .name(
              place,
              "meeting",
              meeting,
              title.words(),
              Words.language(title.attribute("lang")),
              "OFFICIAL",
              Span.NONE,
              Span.NONE);
    }
    var marked = new TreeMap<String, String>();
    for (XmlElement kind : kinds) {
      marked.merge(
          "meeting " + kind.attribute("ana"), kind.words(), (one, next) -> one + "; " + next);
    }
    for (XmlElement measure :
        header.find("fileDesc", "extent").orElse(header).children("measure")) {
      marked.put("extent " + measure.attribute("unit"), measure.attribute("quantity"));
    }
    marked.forEach((name, value) -> data.recorded(place, "meeting", meeting, name, value));
    return day;
  }

  private static @Nullable String named(Optional<XmlElement> setting, String type) {
    return setting.stream()
        .flatMap(found -> found.children("name").stream())
        .filter(name -> name.attribute("type").equals(type))
        .map(XmlElement::words)
        .filter(words -> !words.isEmpty())
        .findFirst()
        .orElse(null);
  }

  /** The state of a code such as {@code ES}, or of a part of it such as {@code ES-GA}. */
  private Optional<String> country(XmlElement setting, @Nullable LocalDate day) {
    for (XmlElement name : setting.children("name")) {
      if (name.attribute("type").equals("country")) {
        return loader
            .states()
            .find(
                name.attribute("key").replaceFirst("-.*", ""),
                "",
                day == null ? LocalDate.EPOCH : day)
            .map(States.Found::slug);
      }
    }
    return Optional.empty();
  }
}
