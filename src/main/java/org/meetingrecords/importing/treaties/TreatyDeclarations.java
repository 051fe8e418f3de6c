package org.meetingrecords.importing.treaties;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;

/** The texts that participants attached to a treaty, under a line with the name of each. */
final class TreatyDeclarations {

  private static final Pattern OBJECTION =
      Pattern.compile(
          "(?i)\\bobjects? to (the|any|all|this|these|those|its)\\b[^.]*reservation|\\bformal objection\\b"
              + "|\\bobjections? to (the|any|all|this|these|those)\\b[^.]*(reservation|declaration)"
              + "|\\b(this|same) objection\\b");

  /** What the text calls itself, at its beginning. */
  private static final Pattern LABEL =
      Pattern.compile(
          "^\\W*(?:Upon [a-z ]{4,40}:\\W*)?((?:Interpretative )?(?:[Rr]eservation|[Dd]eclaration)[^:.]{0,40}):");

  private static final Pattern RESERVED =
      Pattern.compile("(?i)\\breserv|\\bnot (consider (itself|himself) )?bound\\b");
  private static final Pattern AGAINST_WHOM =
      Pattern.compile(
          "\\b(?:made|formulated|entered|submitted) by (?:the )?(?:Government of )?(?:the )?"
              + "([A-Z][\\p{L}'’() -]{2,60}?)(?=[.,;:\"”]|\\s+(?:to|concerning|with|on|regarding|upon|at|when|and)\\b)");

  private record Text(Place place, String participant, String words) {}

  private final Loader loader;
  private final TreatyActions actions;
  private final String treaty;
  private final Map<String, Text> texts = new LinkedHashMap<>();

  TreatyDeclarations(Loader loader, TreatyActions actions, String treaty) {
    this.loader = loader;
    this.actions = actions;
    this.treaty = treaty;
  }

  void read(Input input, String file) throws IOException {
    long line = 0;
    Place place = new Place(file, 1);
    String participant = "";
    var words = new StringBuilder();
    try (var lines = new BufferedReader(input.text(file))) {
      for (String each = lines.readLine(); each != null; each = lines.readLine()) {
        line++;
        if (each.startsWith("#")) {
          end(place, participant, words);
          place = new Place(file, line);
          participant = each.substring(1).strip();
        } else {
          words.append(each).append('\n');
        }
      }
    } catch (CharacterCodingException fault) {
      throw new FileFault(new Place(file, line), "the text after this line is not UTF-8");
    }
    end(place, participant, words);
    texts.forEach(this::put);
  }

  private void end(Place place, String participant, StringBuilder words) {
    String text = words.toString().strip();
    words.setLength(0);
    if (participant.isEmpty()) {
      if (!text.isEmpty()) {
        loader.reject(place, "words before the first line as #Cuba", text);
      }
    } else if (text.isEmpty()) {
      loader.report().note("participants under declarations without any words");
    } else {
      texts.put(place + "", new Text(place, participant, text));
    }
  }

  private void put(String key, Text text) {
    String kind = kind(text.words());
    loader.report().note("texts: " + kind);
    var label = LABEL.matcher(text.words());
    String against = kind.equals("OBJECTION") ? against(text) : null;
    if (kind.equals("OBJECTION")) {
      loader
          .report()
          .note("objections " + (against == null ? "to nothing that was found" : "linked"));
    }
    actions.put(
        text.place(),
        key,
        treaty,
        text.participant(),
        kind,
        label.find() ? label.group(1) : null,
        null,
        text.words(),
        against);
  }

  /** What the text calls itself counts; else an objection says so; else whether it reserves. */
  static String kind(String words) {
    var label = LABEL.matcher(words);
    boolean labelled = label.find();
    if (!labelled && OBJECTION.matcher(words).find()) {
      return "OBJECTION";
    }
    String said = labelled ? label.group(1) : words;
    return RESERVED.matcher(said).find() ? "RESERVATION" : "DECLARATION";
  }

  /** The text of the one that the objection names, where it is among those read here. */
  private @Nullable String against(Text objection) {
    var named = AGAINST_WHOM.matcher(objection.words());
    while (named.find()) {
      var actor = actions.actor(named.group(1).strip());
      if (actor.isPresent() && !actor.equals(actions.actor(objection.participant()))) {
        for (var text : texts.entrySet()) {
          if (actor.equals(actions.actor(text.getValue().participant()))) {
            return text.getKey();
          }
        }
      }
    }
    return null;
  }
}
