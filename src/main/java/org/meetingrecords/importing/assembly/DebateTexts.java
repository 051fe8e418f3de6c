package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.States;

/** The files with the words of the statements. */
final class DebateTexts {

  private static final Pattern TEXT =
      Pattern.compile("(?:.*/)?(([A-Za-z]{2,4})_(\\d{1,3})_(\\d{4}))\\.txt");
  private static final int LONGEST_TEXT = 16_000_000;

  private final Input input;
  private final Loader loader;

  DebateTexts(Input input, Loader loader) {
    this.input = input;
    this.loader = loader;
  }

  /** The texts among the files, with states from the table where their names say too little. */
  List<DebateText> list(List<SpeakerRow> rows) {
    var byCode = new HashMap<String, Optional<States.Found>>();
    for (SpeakerRow row : rows) {
      byCode.putIfAbsent(row.session() + row.code(), row.state());
    }
    var texts = new ArrayList<DebateText>();
    for (String file : input.files().keySet()) {
      var name = TEXT.matcher(file);
      if (!name.matches()) {
        continue;
      }
      String code = name.group(2).toUpperCase(Locale.ROOT);
      int session = Integer.parseInt(name.group(3));
      int year = Integer.parseInt(name.group(4));
      var states = loader.states();
      var state = states.find(GeneralDebates.threeLetters(code), "", GeneralDebates.debate(year));
      if (state.isEmpty()) {
        state = states.find("", code, GeneralDebates.debate(year));
      }
      if (state.isEmpty()) {
        state = byCode.getOrDefault(session + code, Optional.empty());
      }
      texts.add(new DebateText(file, name.group(1), code, session, year, state));
    }
    return texts;
  }

  /** The words of a text, without byte order mark, with plain line ends. */
  @Nullable String body(DebateText text) throws IOException {
    byte[] bytes;
    try (var stream = input.open(text.file())) {
      bytes = stream.readNBytes(LONGEST_TEXT);
    }
    var place = new Place(text.file(), 0);
    if (bytes.length == LONGEST_TEXT) {
      loader.reject(place, "the text is longer than any speech", "");
      return null;
    }
    String body;
    try {
      body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException fault) {
      loader.reject(place, "the text is not UTF-8", "");
      return null;
    }
    if (body.startsWith("\uFEFF")) {
      body = body.substring(1);
    }
    if (body.indexOf('\0') >= 0) {
      loader.reject(place, "the text holds a character that is none (NUL)", "");
      return null;
    }
    body = body.replace("\r\n", "\n").replace('\r', '\n');
    if (body.isBlank()) {
      loader.reject(place, "the text is empty", "");
      return null;
    }
    return body;
  }
}
