package org.meetingrecords.importing.akomantoso;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.staging.Passages;

/** Brings what an element holds to paragraphs, headings, notes and incidents. */
final class AkomaNtosoText {

  private static final String BLOCK = "\n\n";
  private static final char LINE = '\u0001';

  private static final Map<String, String> KINDS =
      Map.of(
          "heading", Passages.HEADING,
          "subheading", Passages.HEADING,
          "num", Passages.HEADING,
          "scene", Passages.INCIDENT,
          "narrative", Passages.NOTE,
          "summary", Passages.NOTE,
          "remark", Passages.NOTE,
          "authorialNote", Passages.NOTE);

  private static final Set<String> BLOCKS =
      Set.of(
          "p",
          "other",
          "block",
          "blockContainer",
          "blockList",
          "item",
          "listIntroduction",
          "listWrapUp",
          "ul",
          "ol",
          "li",
          "table",
          "tr",
          "th",
          "td",
          "caption",
          "container",
          "quotedStructure",
          "embeddedStructure",
          "tblock",
          "foreign",
          "outcome",
          "vote");

  private static final Pattern END = Pattern.compile("\\.\\s*[-–—]|:(?=\\s)");

  private static final Set<String> BREAKS = Set.of("br", "eol");

  private AkomaNtosoText() {}

  /** Adds all words of an element, each block a passage of its kind. */
  static void add(Passages passages, XmlElement element, String kind) {
    String own = KINDS.getOrDefault(element.name(), kind);
    String anchor = element.attribute("eId");
    var words = new StringBuilder();
    String between = BLOCK;
    for (Object piece : element.content()) {
      if (!(piece instanceof XmlElement inner)) {
        words.append(piece);
      } else if (BLOCKS.contains(inner.name()) || KINDS.containsKey(inner.name())) {
        between = flush(passages, own, anchor, words, between);
        if (inner.name().equals("remark")) {
          passages.add(Passages.NOTE, inner.attribute("eId"), words(inner), between);
          between = " ";
        } else {
          add(passages, inner, own);
          between = BLOCK;
        }
      } else {
        gather(inner, words);
      }
    }
    flush(passages, own, anchor, words, between);
  }

  private static String flush(
      Passages passages, String kind, String anchor, StringBuilder words, String between) {
    String plain = lines(words);
    words.setLength(0);
    passages.add(kind, anchor, plain, between);
    return plain.isEmpty() ? between : " ";
  }

  private static void gather(XmlElement element, StringBuilder words) {
    if (BREAKS.contains(element.name())) {
      words.append(LINE);
    }
    for (Object piece : element.content()) {
      if (piece instanceof XmlElement inner) {
        gather(inner, words);
      } else {
        words.append(piece);
      }
    }
  }

  /** Words with the breaks that the document makes between lines, and no others. */
  static String words(XmlElement element) {
    var words = new StringBuilder();
    gather(element, words);
    return lines(words);
  }

  private static String lines(StringBuilder words) {
    return XmlElement.plain(words.toString())
        .replaceAll(" *" + LINE + " *", "\n")
        .replaceAll("\n{3,}", BLOCK)
        .strip();
  }

  /** The words before a speech: who speaks, and what of the speech stands behind on that line. */
  record Attribution(String printed, String words) {}

  /** Some documents have the beginning of the speech, or all of it, where the speaker belongs. */
  static Attribution attribution(String printed) {
    var end = END.matcher(printed);
    return end.find()
        ? new Attribution(
            printed.substring(0, end.end()).strip(), printed.substring(end.end()).strip())
        : new Attribution(printed, "");
  }

  /** Who speaks, as it is printed: apart, else at the beginning of the first paragraph. */
  static Optional<XmlElement> head(XmlElement speech) {
    return speech
        .find("from")
        .or(
            () ->
                speech
                    .find("p")
                    .filter(
                        first ->
                            first.all("person").stream()
                                    .anyMatch(
                                        person ->
                                            person
                                                .reference("refersTo")
                                                .equals(speech.reference("by")))
                                && first.all("role").stream()
                                    .anyMatch(
                                        role ->
                                            attribution(words(first))
                                                .printed()
                                                .contains("(" + role.words() + ")"))));
  }

  /** An element without one of those in it. */
  static XmlElement without(XmlElement element, @Nullable XmlElement one) {
    return new XmlElement(
        element.name(),
        Map.of(),
        element.content().stream().filter(piece -> piece != one).toList(),
        element.place());
  }
}
