package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;

/** What a corpus says of itself in the header of its own file, else of one of its sittings. */
final class ParlamintCorpus {

  private static final String ENGLISH = "en";

  private final Loader loader;
  private final String id;
  private final DataSet data;

  ParlamintCorpus(Loader loader, String id) {
    this.loader = loader;
    this.id = id;
    this.data = new DataSet(loader);
  }

  DataSet data() {
    return data;
  }

  /** People and organisations have ids that only their corpus knows. */
  String scheme() {
    return id.toLowerCase(Locale.ROOT);
  }

  String key(String local) {
    return scheme() + "=" + local;
  }

  String slug(String local) {
    return Words.slug(id + " " + local, "parlamint");
  }

  /** Reads the corpus's own file, and counts the sittings that it names and that are not here. */
  void read(Input input, String file, List<String> sittings) throws IOException {
    describe(input, file);
    var here = new HashSet<String>();
    for (String sitting : sittings) {
      here.add(sitting.substring(sitting.lastIndexOf('/') + 1));
    }
    try (var xml = Xml.open(input, file)) {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("include")) {
          String named = xml.attributes().getOrDefault("href", "");
          named = named.substring(named.lastIndexOf('/') + 1);
          if (named.contains("_") && !here.contains(named)) {
            loader.report().note("sittings that the corpus names and that are not among the files");
          }
        }
      }
    }
  }

  /** Takes what a header says of the corpus. */
  void describe(Input input, String file) throws IOException {
    try (var xml = Xml.open(input, file)) {
      while (xml.next()) {
        if (xml.isStart() && xml.name().equals("teiHeader")) {
          describe(xml.element());
          return;
        }
      }
      describe(new XmlElement("teiHeader", Map.of(), List.of(), xml.place()));
    }
  }

  private void describe(XmlElement header) {
    var titles = header.find("fileDesc", "titleStmt").map(found -> found.children("title"));
    String title = titles.flatMap(found -> inEnglish(found)).map(XmlElement::words).orElse(id);
    var published = header.find("fileDesc", "publicationStmt");
    String url = published.flatMap(found -> found.find("idno")).map(XmlElement::words).orElse("");
    String publisher =
        published
            .flatMap(found -> found.find("publisher"))
            .flatMap(found -> inEnglish(found.children("orgName")))
            .map(XmlElement::words)
            .orElse("");
    String rights =
        published
            .flatMap(found -> found.find("availability", "licence"))
            .map(XmlElement::words)
            .orElse("");
    var date =
        published
            .flatMap(found -> found.find("date"))
            .map(found -> Span.of(found.attribute("when")))
            .orElse(Span.NONE);
    String people =
        String.join(
            ", ",
            header.find("fileDesc", "titleStmt").stream()
                .flatMap(found -> found.children("respStmt").stream())
                .flatMap(found -> found.children("persName").stream())
                .map(XmlElement::words)
                .distinct()
                .toList());
    String edition =
        header.find("fileDesc", "editionStmt", "edition").map(XmlElement::words).orElse("");
    String citation =
        people
            + (people.isEmpty() ? "" : ", ")
            + "“"
            + title
            + "”"
            + (edition.isEmpty() ? "" : ", edition " + edition)
            + (publisher.isEmpty() ? "" : ", " + publisher)
            + (date.asRecorded() == null ? "" : ", " + date.asRecorded())
            + (url.isEmpty() ? "" : ", " + url);
    data.from(
        header.place(),
        slug(""),
        new DataSet.About(
            title, "DATASET", publisher, people, url, date, null, "ACADEMIC", rights, citation));
  }

  /** The one in English, else the first. */
  static Optional<XmlElement> inEnglish(List<XmlElement> several) {
    return several.stream()
        .filter(one -> one.attribute("lang").equals(ENGLISH))
        .findFirst()
        .or(() -> several.stream().findFirst());
  }
}
