package org.meetingrecords.server;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The engine's messages without its inside: its own classes, those of Java, and how it parses. */
final class EngineWords {
  private static final Pattern HELD_VALUE =
      Pattern.compile(
          "(argument '[^']*') with value '.*' (?=must not be null|is not a valid"
              + "|must be an object type|is missing required fields|contains a field not in)",
          Pattern.DOTALL);
  private static final Pattern HELD_ENUM = Pattern.compile(" - 'EnumValue\\{.*}'$", Pattern.DOTALL);
  private static final Pattern FOUND_CLASS = Pattern.compile(",? but it was an? '[^']*'");
  private static final Pattern FOUND_INSTEAD_OF_OBJECT =
      Pattern.compile("Expected type 'Map' but was '\\w+'\\. .*");
  private static final Pattern PARSED = Pattern.compile("(an AST type of )?'(\\w+)Value'");

  private static final Pattern PARSING_ENDED =
      Pattern.compile("More than ([\\d,.]+) (?:deep )?'?(\\w+)'? .*parsing has been cancelled.*");
  private static final String CIRCLES = "not asking for introspection in good faith";

  private EngineWords() {}

  /** Whether a document was given up because it is too large, rather than wrong. */
  static boolean tellOfLimits(@Nullable String message) {
    return message != null
        && (message.contains(CIRCLES) || PARSING_ENDED.matcher(message).matches());
  }

  static String plain(String message) {
    if (message.contains(CIRCLES)) {
      return "The schema is asked for in circles, or several times; ask for each part of it once.";
    }
    var ended = PARSING_ENDED.matcher(message);
    if (ended.matches()) {
      String what =
          switch (ended.group(2)) {
            case "grammar" -> "tokens";
            case "whitespace" -> "spaces";
            case "characters" -> "characters";
            default -> "levels in the document";
          };
      return "%s: at most %s in one request; ask for less at once.".formatted(what, ended.group(1));
    }
    String plain = HELD_VALUE.matcher(message).replaceFirst("$1 ");
    plain = HELD_ENUM.matcher(plain).replaceFirst("");
    plain = FOUND_CLASS.matcher(plain).replaceAll("");
    plain = FOUND_INSTEAD_OF_OBJECT.matcher(plain).replaceFirst("Expected an input object");
    return plain.contains("an AST type of") ? PARSED.matcher(plain).replaceAll("'$2'") : plain;
  }
}
