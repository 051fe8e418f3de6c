package org.meetingrecords.importing.akomantoso;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.staging.Span;

/**
 * What a document says of itself and of whom and what it refers to.
 *
 * @param uri the address of the work; empty where it has none
 * @param published when and by whom, where it says so
 * @param things what it refers to, by the ids that it has for them
 */
record AkomaNtosoMeta(
    String uri,
    Span day,
    String country,
    String author,
    String language,
    Span published,
    String publisher,
    Map<String, Thing> things,
    List<XmlElement> votings) {

  /**
   * Something that a document refers to.
   *
   * @param kind such as {@code TLCPerson}
   * @param address the same in all documents; empty where it has none
   * @param others further names of it in this document
   */
  record Thing(
      String kind, String id, String address, String name, List<String> others, Place place) {

    /** Stand-ins for "any person" have words for a name, and names begin with capitals. */
    boolean isNamed() {
      return name.chars().anyMatch(Character::isUpperCase)
          || name.chars().noneMatch(Character::isLowerCase) && !name.isEmpty();
    }
  }

  static AkomaNtosoMeta of(XmlElement meta) {
    var work = meta.find("identification", "FRBRWork");
    var expression = meta.find("identification", "FRBRExpression");
    var publication = meta.find("publication");
    var things = new HashMap<String, Thing>();
    for (XmlElement references : meta.children("references")) {
      for (XmlElement reference : references.children()) {
        add(things, reference);
      }
    }
    var votings = new ArrayList<XmlElement>();
    for (XmlElement analysis : meta.children("analysis")) {
      votings.addAll(analysis.all("voting"));
    }
    return new AkomaNtosoMeta(
        of(work, "FRBRuri", "value").orElse(of(work, "FRBRthis", "value").orElse("")),
        Span.of(of(work, "FRBRdate", "date").orElse("")),
        of(work, "FRBRcountry", "value").orElse(""),
        XmlElement.unsigned(of(work, "FRBRauthor", "href").orElse("")),
        of(expression, "FRBRlanguage", "language").orElse(""),
        Span.of(publication.map(found -> found.attribute("date")).orElse("")),
        publication.map(found -> found.attribute("showAs")).orElse(""),
        things,
        votings);
  }

  private static Optional<String> of(Optional<XmlElement> of, String element, String attribute) {
    return of.flatMap(found -> found.find(element))
        .map(found -> found.attribute(attribute))
        .filter(value -> !value.isEmpty());
  }

  private static void add(Map<String, Thing> things, XmlElement reference) {
    String id = reference.attribute("eId");
    if (id.isEmpty()) {
      id = reference.attribute("id");
    }
    String name = XmlElement.plain(reference.attribute("showAs"));
    var known = things.get(id);
    if (known == null) {
      things.put(
          id,
          new Thing(
              reference.name(),
              id,
              reference.attribute("href"),
              name,
              new ArrayList<>(),
              reference.place()));
    } else if (!known.name().equals(name) && !name.isEmpty()) {
      known.others().add(name);
    }
  }

  /** What a reference such as {@code #Ortiz} points at, of that kind. */
  Optional<Thing> thing(String reference, String kind) {
    return Optional.ofNullable(things.get(XmlElement.unsigned(reference.strip())))
        .filter(found -> found.kind().equals(kind));
  }
}
