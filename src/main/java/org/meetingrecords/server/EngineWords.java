package org.meetingrecords.server;

import java.util.regex.Pattern;

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

  private EngineWords() {}

  static String plain(String message) {
    String plain = HELD_VALUE.matcher(message).replaceFirst("$1 ");
    plain = HELD_ENUM.matcher(plain).replaceFirst("");
    plain = FOUND_CLASS.matcher(plain).replaceAll("");
    plain = FOUND_INSTEAD_OF_OBJECT.matcher(plain).replaceFirst("Expected an input object");
    return plain.contains("an AST type of") ? PARSED.matcher(plain).replaceAll("'$2'") : plain;
  }
}
