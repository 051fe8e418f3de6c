package org.meetingrecords.sdl;

import java.util.Locale;
import org.meetingrecords.read.FilterField;

/** Words for what is derived, made of the names of types and fields. */
final class Words {
  private Words() {}

  /** {@code TreatyAction} is "treaty action". */
  static String singular(String type) {
    return spaced(type);
  }

  /** {@code TreatyAction} is "treaty actions", {@code Person} "people". */
  static String plural(String type) {
    String one = spaced(type);
    if (one.equals("person")) {
      return "people";
    }
    return one.endsWith("y") ? one.substring(0, one.length() - 1) + "ies" : one + "s";
  }

  /** What an entry of a filter asks of its field. */
  static String condition(String name, FilterField field) {
    return switch (field) {
      case FilterField.Plain(var _, var _, String input) when input.equals("StringFilter") ->
          "A condition on `%s`, upper and lower case alike.".formatted(name);
      case FilterField.Plain ignored -> "A condition on `%s`.".formatted(name);
      case FilterField.Span ignored ->
          "When: the span `%s` lies within these days.".formatted(name);
      case FilterField.Link(var _, var _, String description) when description != null ->
          description;
      case FilterField.Link ignored ->
          "Its `%s` fulfils this; without one it does not count.".formatted(name);
      case FilterField.Rows ignored ->
          "Whether some, none or every one of its `%s` fulfil this.".formatted(name);
      case FilterField.Some(var _, var _, String description) -> description;
      case FilterField.Each(var _, var _, String description) -> description;
      case FilterField.Text(var _, String description) -> description;
      case FilterField.AnyRecord ignored ->
          "Its `%s` is such a record; without one it does not count.".formatted(name);
      case FilterField.Identifier ignored ->
          "It has this identifier, for example scheme un-symbol and value S/PV.8745.";
    };
  }

  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
