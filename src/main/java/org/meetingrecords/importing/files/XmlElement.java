package org.meetingrecords.importing.files;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * An element of an XML document with all that is in it.
 *
 * @param content its words, as strings, and its elements, in their order
 */
public record XmlElement(
    String name, Map<String, String> attributes, List<Object> content, Place place) {

  /** An attribute, empty where there is none. */
  public String attribute(String named) {
    return attributes.getOrDefault(named, "").strip();
  }

  /** What an attribute such as {@code #PG.9} points at, without the sign before it. */
  public String reference(String named) {
    return unsigned(attribute(named));
  }

  /** What an attribute such as {@code #party.BNG #party.EM} points at. */
  public List<String> references(String named) {
    var found = new ArrayList<String>();
    for (String word : attribute(named).split("\\s+", -1)) {
      if (!word.isEmpty()) {
        found.add(unsigned(word));
      }
    }
    return found;
  }

  public static String unsigned(String reference) {
    return reference.startsWith("#") ? reference.substring(1) : reference;
  }

  public List<XmlElement> children() {
    return content.stream()
        .filter(XmlElement.class::isInstance)
        .map(XmlElement.class::cast)
        .toList();
  }

  public List<XmlElement> children(String named) {
    return children().stream().filter(child -> child.name().equals(named)).toList();
  }

  /** The first element that is found along these names, one inside the other. */
  public Optional<XmlElement> find(String... names) {
    XmlElement here = this;
    for (String next : names) {
      var found = here.children(next);
      if (found.isEmpty()) {
        return Optional.empty();
      }
      here = found.getFirst();
    }
    return Optional.of(here);
  }

  /** All elements of that name inside, at any depth, in their order. */
  public List<XmlElement> all(String named) {
    var found = new ArrayList<XmlElement>();
    collect(named, found);
    return found;
  }

  private void collect(String named, List<XmlElement> found) {
    for (XmlElement child : children()) {
      if (child.name().equals(named)) {
        found.add(child);
      }
      child.collect(named, found);
    }
  }

  /** All its words on one line. */
  public String words() {
    var words = new StringBuilder();
    gather(words);
    return plain(words.toString());
  }

  private void gather(StringBuilder words) {
    for (Object part : content) {
      if (part instanceof XmlElement child) {
        child.gather(words);
      } else {
        words.append(part);
      }
    }
  }

  /** Words with single blanks between them. */
  public static String plain(String words) {
    return words.replaceAll("\\s+", " ").strip();
  }
}
