package org.meetingrecords.importing.files;

import java.io.Closeable;
import java.io.IOException;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * An XML document, read in a stream. Document types are refused, so that no entity, inner or outer,
 * is ever followed; what is not well-formed is a fault with its line.
 */
public final class Xml implements AutoCloseable {

  /** No speech, no list entry and no header is longer, counted in characters with its marks. */
  private static final int LARGEST_ELEMENT = 16_000_000;

  /** Less than the hundred at which Java's own reader gives up. */
  private static final int DEEPEST = 90;

  private static final int MARKS = 20;
  private static final int DECLARATION = 200;
  private static final Pattern ENCODING =
      Pattern.compile("^(?:\\u00EF\\u00BB\\u00BF)?<\\?xml[^>]*\\sencoding\\s*=\\s*[\"']([^\"']+)");
  private static final XMLInputFactory FACTORY = factory();

  private final String file;
  private final long before;
  private final Closeable bytes;
  private final XMLStreamReader reader;
  private int depth;

  private Xml(String file, long before, Closeable bytes, XMLStreamReader reader) {
    this.file = file;
    this.before = before;
    this.bytes = bytes;
    this.reader = reader;
  }

  private static XMLInputFactory factory() {
    var factory = XMLInputFactory.newDefaultFactory();
    factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
    factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    factory.setProperty(XMLConstants.ACCESS_EXTERNAL_DTD, "");
    return factory;
  }

  /** Opens a file and goes to its root. */
  public static Xml open(Input input, String file) throws IOException {
    String encoding = encoding(input, file);
    if (encoding.equalsIgnoreCase(StandardCharsets.UTF_8.name())) {
      return at(file, 0, input.text(file));
    }
    var bytes = input.open(file);
    return root(file, 0, bytes, () -> FACTORY.createXMLStreamReader(bytes));
  }

  /** Opens a document that stands in a file after so many lines, and goes to its root. */
  public static Xml at(String file, long linesBefore, Reader text) throws IOException {
    return root(file, linesBefore, text, () -> FACTORY.createXMLStreamReader(text));
  }

  /**
   * The encoding that a document says it has; else UTF-8, or none where its first bytes tell it.
   */
  private static String encoding(Input input, String file) throws IOException {
    try (var bytes = input.open(file)) {
      String start = new String(bytes.readNBytes(DECLARATION), StandardCharsets.ISO_8859_1);
      var declared = ENCODING.matcher(start);
      boolean wide = start.startsWith("\u00FE\u00FF") || start.startsWith("\u00FF\u00FE");
      return wide ? "" : declared.find() ? declared.group(1) : StandardCharsets.UTF_8.name();
    }
  }

  private interface Opening {
    XMLStreamReader open() throws XMLStreamException;
  }

  private static Xml root(String file, long before, Closeable bytes, Opening opening)
      throws IOException {
    try {
      var xml = new Xml(file, before, bytes, opening.open());
      while (xml.next()) {
        if (xml.isStart()) {
          return xml;
        }
      }
      throw new FileFault(xml.place(), "there is no element in it");
    } catch (XMLStreamException fault) {
      bytes.close();
      throw notWellFormed(file, before, fault, before + 1);
    } catch (IOException fault) {
      bytes.close();
      throw fault;
    }
  }

  /** Goes to the next start, end or text; false at the end of the document. */
  public boolean next() throws IOException {
    try {
      while (reader.hasNext()) {
        switch (reader.next()) {
          case XMLStreamConstants.START_ELEMENT -> {
            if (++depth > DEEPEST) {
              throw new FileFault(place(), "the elements are nested too deeply");
            }
            return true;
          }
          case XMLStreamConstants.END_ELEMENT -> {
            depth--;
            return true;
          }
          case XMLStreamConstants.CHARACTERS,
              XMLStreamConstants.CDATA,
              XMLStreamConstants.SPACE -> {
            return true;
          }
          case XMLStreamConstants.DTD ->
              throw new FileFault(
                  place(), "the file declares a document type (DOCTYPE), which is not read");
          case XMLStreamConstants.ENTITY_REFERENCE ->
              throw new FileFault(
                  place(), "the entity &%s; is not known".formatted(reader.getLocalName()));
          default -> {}
        }
      }
      return false;
    } catch (XMLStreamException fault) {
      throw notWellFormed(file, before, fault, place().line());
    }
  }

  private static FileFault notWellFormed(
      String file, long before, XMLStreamException fault, long line) {
    if (fault.getNestedException() instanceof CharacterCodingException) {
      return new FileFault(new Place(file, line), "the text after this line is not UTF-8");
    }
    String said = String.valueOf(fault.getMessage());
    int message = said.indexOf("Message: ");
    long where = fault.getLocation() == null ? 0 : before + fault.getLocation().getLineNumber();
    return new FileFault(
        new Place(file, where > before ? where : line),
        "is not well-formed XML: "
            + (message < 0 ? said : said.substring(message + "Message: ".length())).strip());
  }

  public boolean isStart() {
    return reader.isStartElement();
  }

  public boolean isEnd() {
    return reader.isEndElement();
  }

  /** The name of the element that starts or ends here, without its namespace. */
  public String name() {
    return reader.getLocalName();
  }

  public String namespace() {
    return String.valueOf(reader.getNamespaceURI());
  }

  public Place place() {
    return new Place(file, before + Math.max(1, reader.getLocation().getLineNumber()));
  }

  /** The attributes of the element that starts here, by their names without namespace. */
  public Map<String, String> attributes() {
    var attributes = new LinkedHashMap<String, String>();
    for (int i = 0; i < reader.getAttributeCount(); i++) {
      attributes.putIfAbsent(reader.getAttributeLocalName(i), reader.getAttributeValue(i));
    }
    return attributes;
  }

  /** The words here, where there is text. */
  public String text() {
    return reader.isCharacters() ? reader.getText() : "";
  }

  /** The element that starts here, whole; the stream is at its end then. */
  public XmlElement element() throws IOException {
    return element(new int[1]);
  }

  private XmlElement element(int[] size) throws IOException {
    var place = place();
    String name = name();
    var attributes = attributes();
    List<Object> content = new ArrayList<>();
    var words = new StringBuilder();
    grow(size, MARKS + MARKS * attributes.size());
    while (next() && !isEnd()) {
      if (isStart()) {
        if (!words.isEmpty()) {
          content.add(words.toString());
          words.setLength(0);
        }
        content.add(element(size));
      } else {
        grow(size, text().length());
        words.append(text());
      }
    }
    if (!words.isEmpty()) {
      content.add(words.toString());
    }
    return new XmlElement(name, attributes, content, place);
  }

  private void grow(int[] size, int by) throws FileFault {
    size[0] += by;
    if (size[0] > LARGEST_ELEMENT) {
      throw new FileFault(place(), "an element here is longer than any speech");
    }
  }

  @Override
  public void close() throws IOException {
    try {
      reader.close();
    } catch (XMLStreamException fault) {
      throw new IOException(fault);
    } finally {
      bytes.close();
    }
  }
}
