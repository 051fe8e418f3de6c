package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Declared SQL with names in braces: {@code {row}}, {@code {parent}}, arguments such as {@code
 * {asOf}}. What stands in double brackets, {@code [[ … {language} … ]]}, is left out where one of
 * its arguments is not given.
 */
final class Template {
  private static final Pattern OPTIONAL = Pattern.compile("\\[\\[(.*?)]]", Pattern.DOTALL);
  private static final Pattern NAME = Pattern.compile("\\{(\\w+)}(?:\\.(\\w+))?");

  /** Requests use the same few hundred, which declarations give, again and again. */
  private static final Map<String, Template> READ = new ConcurrentHashMap<>();

  private sealed interface Piece {
    record Text(String sql) implements Piece {}

    /** An argument; or a row, or a column of it. */
    record Name(String name, @Nullable String column) implements Piece {}

    record Optional(List<Piece> pieces) implements Piece {}
  }

  private final List<Piece> pieces;

  private Template(List<Piece> pieces) {
    this.pieces = pieces;
  }

  /**
   * @param rows what {@code {row}} and {@code {parent}} stand for
   * @param given arguments that are given and not null
   * @param argument turns an argument's name into SQL
   */
  static String render(
      String template,
      Map<String, Row> rows,
      Map<String, ?> given,
      UnaryOperator<String> argument) {
    if (template.indexOf('{') < 0) {
      return template;
    }
    var sql = new StringBuilder(template.length() + 16);
    var arguments = new HashMap<String, String>();
    READ.computeIfAbsent(template, Template::read)
        .write(sql, rows, given, name -> arguments.computeIfAbsent(name, argument));
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
      pieces.add(new Piece.Name(name.group(1), name.group(2)));
      from = name.end();
    }
    pieces.add(new Piece.Text(text.substring(from)));
    return pieces;
  }

  private void write(
      StringBuilder sql,
      Map<String, Row> rows,
      Map<String, ?> given,
      UnaryOperator<String> argument) {
    for (Piece piece : pieces) {
      switch (piece) {
        case Piece.Text(String text) -> sql.append(text);
        case Piece.Name name -> sql.append(named(name, rows, argument));
        case Piece.Optional(List<Piece> parts) -> {
          if (parts.stream().allMatch(part -> isGiven(part, rows, given))) {
            new Template(parts).write(sql, rows, given, argument);
          }
        }
      }
    }
  }

  private static String named(
      Piece.Name piece, Map<String, Row> rows, UnaryOperator<String> argument) {
    Row row = rows.get(piece.name);
    String column = piece.column;
    if (row == null) {
      String value = argument.apply(piece.name);
      return column == null ? value : value + "." + column;
    }
    return column == null ? row.alias() : row.column(column);
  }

  private static boolean isGiven(Piece piece, Map<String, Row> rows, Map<String, ?> given) {
    return !(piece instanceof Piece.Name(String name, var _))
        || rows.containsKey(name)
        || given.get(name) != null;
  }
}
