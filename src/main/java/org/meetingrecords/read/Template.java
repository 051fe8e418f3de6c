package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Declared SQL with names in braces: {@code {row}}, {@code {parent}}, arguments such as {@code
 * {asOf}}. What stands in double brackets, {@code [[ … {language} … ]]}, is left out where one of
 * its arguments is not given.
 */
final class Template {
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}");

  /** Requests use the same few hundred, which declarations give, again and again. */
  private static final Map<String, Template> READ = new ConcurrentHashMap<>();

  private sealed interface Piece {
    record Text(String sql) implements Piece {}

    record Name(String name) implements Piece {}

    record Optional(List<Piece> pieces) implements Piece {}
  }

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * @param aliases what {@code {row}} and {@code {parent}} stand for
   * @param given arguments that are given and not null
   * @param argument turns an argument's name into SQL
   */
  static String render(
      String template,
      Map<String, String> aliases,
      Map<String, ?> given,
      UnaryOperator<String> argument) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    var sql = new StringBuilder(template.length() + 16);
    var arguments = new HashMap<String, String>();
    READ.computeIfAbsent(template, Template::read)
        .write(
            sql,
            aliases,
            given,
            name -> {
              String alias = aliases.get(name);
              return alias != null ? alias : arguments.computeIfAbsent(name, argument);
            });
    return sql.toString();
  }

  private static Template read(String template) {
    var pieces = new ArrayList<Piece>();
    Matcher optional = OPTIONAL.matcher(template);
    int from = 0;
    while (optional.find()) {
      pieces.addAll(names(template.substring(from, optional.start())));
      pieces.add(new Piece.Optional(names(optional.group(1))));
      from = optional.end();
    }
    pieces.addAll(names(template.substring(from)));
    return new Template(List.copyOf(pieces));
  }

  private static List<Piece> names(String text) {
    var pieces = new ArrayList<Piece>();
    Matcher name = NAME.matcher(text);
    int from = 0;
    while (name.find()) {
      pieces.add(new Piece.Text(text.substring(from, name.start())));
      pieces.add(new Piece.Name(name.group(1)));
      from = name.end();
    }
    pieces.add(new Piece.Text(text.substring(from)));
    return pieces;
  }

  private void write(
      StringBuilder sql,
      Map<String, String> aliases,
      Map<String, ?> given,
      UnaryOperator<String> named) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String text) -> sql.append(text);
        case Piece.Name(String name) -> sql.append(named.apply(name));
        case Piece.Optional(List<Piece> parts) -> {
          if (parts.stream().allMatch(part -> isGiven(part, aliases, given))) {
            new Template(parts).write(sql, aliases, given, named);
          }
        }
      }
    }
  }

  private static boolean isGiven(Piece piece, Map<String, String> aliases, Map<String, ?> given) {
    return !(piece instanceof Piece.Name(String name))
        || aliases.containsKey(name)
        || given.get(name) != null;
  }
}
