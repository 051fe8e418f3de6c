package org.meetingrecords.read;

import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declared SQL with names in braces: {@code {row}}, {@code {parent}}, arguments such as {@code {asOf}}. What stands in double
 * brackets, {@code [[ … {language} … ]]}, is left out where one of its arguments is not given.
 */
final class Template {
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  private Template() {}

  /**
   * @param aliases what {@code {row}} and {@code {parent}} stand for
   * @param given arguments that are given and not null
   * @param argument turns an argument's name into SQL
   */
  static String render(
      String template, Map<String, String> aliases, Map<String, ?> given, UnaryOperator<String> argument) {
    String text =
        template.indexOf('[') < 0
            ? template
            : OPTIONAL
                .matcher(template)
                .replaceAll(match -> Matcher.quoteReplacement(isGiven(match.group(1), aliases, given) ? match.group(1) : ""));
    var known = new HashMap<>(aliases);
    return NAME
        .matcher(text)
        .replaceAll(match -> Matcher.quoteReplacement(known.computeIfAbsent(match.group(1), argument)));
  }

  private static boolean isGiven(String part, Map<String, String> aliases, Map<String, ?> given) {
    return NAME
        .matcher(part)
        .results()
        .map(match -> match.group(1))
        .allMatch(name -> aliases.containsKey(name) || given.get(name) != null);
  }
}
