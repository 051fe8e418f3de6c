package org.meetingrecords.importing.files;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.util.JsonParserDelegate;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A JSON file that holds entries: an array of them, or an object with arrays of them. It is read
 * entry by entry.
 */
public final class Json {

  /** Entries are followed by others. */
  private static final JsonMapper MAPPER =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).build();

  /** No entry is longer, counted in values, names and brackets. */
  private static final int LARGEST_ENTRY = 4_000_000;

  /** Takes an entry, and the name of the array that it is in; empty for an array without one. */
  public interface Taker {
    void take(String array, JsonNode entry, Place place) throws IOException;
  }

  private final String file;
  private final Measured parser;

  private Json(String file, JsonParser parser) {
    this.file = file;
    this.parser = new Measured(parser);
  }

  public static void read(Input input, String file, Taker taker) throws IOException {
    try (var text = input.text(file);
        var parser = MAPPER.createParser(text)) {
      var json = new Json(file, parser);
      try {
        json.entries(taker);
      } catch (JacksonException fault) {
        throw json.fault(fault);
      }
    }
  }

  private FileFault fault(JacksonException fault) {
    if (fault.getCause() instanceof CharacterCodingException) {
      return new FileFault(place(), "the text after this line is not UTF-8");
    }
    var at = fault.getLocation();
    return new FileFault(
        at == null ? place() : new Place(file, Math.max(1, at.getLineNr())),
        "is not JSON: " + fault.getOriginalMessage());
  }

  private Place place() {
    return new Place(file, Math.max(1, parser.currentTokenLocation().getLineNr()));
  }

  private void entries(Taker taker) throws IOException {
    JsonToken first = parser.nextToken();
    if (first == null) {
      throw new FileFault(new Place(file, 0), "the file is empty");
    }
    if (first == JsonToken.START_ARRAY) {
      array("", taker);
    } else if (first == JsonToken.START_OBJECT) {
      while (parser.nextToken() != JsonToken.END_OBJECT) {
        String name = parser.currentName();
        if (parser.nextToken() == JsonToken.START_ARRAY) {
          array(name, taker);
        } else {
          taker.take(name, tree(), place());
        }
      }
    } else {
      throw new FileFault(place(), "holds neither an object nor an array");
    }
    if (parser.nextToken() != null) {
      throw new FileFault(place(), "goes on after its end");
    }
  }

  private void array(String name, Taker taker) throws IOException {
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      var place = place();
      taker.take(name, tree(), place);
    }
  }

  private JsonNode tree() throws FileFault {
    parser.measured = 0;
    JsonNode tree = MAPPER.readTree(parser);
    if (parser.measured > LARGEST_ENTRY) {
      throw new FileFault(place(), "an entry here is too large");
    }
    return tree;
  }

  /** A field as words; empty where it has none. */
  public static String text(JsonNode entry, String field) {
    JsonNode value = entry.path(field);
    return value.isValueNode() && !value.isNull() ? value.asString().strip() : "";
  }

  /** Counts what one entry takes up, and refuses what no database can hold. */
  private static final class Measured extends JsonParserDelegate {

    private int measured;

    Measured(JsonParser parser) {
      super(parser);
    }

    @Override
    public JsonToken nextToken() {
      return checked(super.nextToken());
    }

    @Override
    public String nextName() {
      String name = super.nextName();
      checked(currentToken());
      return name;
    }

    private JsonToken checked(JsonToken token) {
      if (++measured > LARGEST_ENTRY) {
        throw new StreamReadException(this, "an entry is too large");
      }
      if (token == JsonToken.VALUE_STRING && getString().indexOf('\0') >= 0) {
        throw new StreamReadException(this, "a text holds a character that is none (NUL)");
      }
      return token;
    }
  }
}
