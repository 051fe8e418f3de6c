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

  /** {@code WORD_COUNT} is "word count". */
  static String spoken(String value) {
    return value.replace('_', ' ').toLowerCase(Locale.ROOT);
  }

  /** What an entry of a filter asks of its field. */
  static String condition(String name, FilterField field) {
    return switch (field) {
      case FilterField.Plain(var _, var _, String input) when input.equals("StringFilter") ->
          "A condition on %s, upper and lower case alike.".formatted(spaced(name));
      case FilterField.Plain ignored -> "A condition on %s.".formatted(spaced(name));
      case FilterField.Span ignored ->
          "When: the span %s lies within these days.".formatted(spaced(name));
      case FilterField.Link(String type, var _) ->
          "There is a %s here and it fulfils this; its type is %s.".formatted(spaced(name), type);
      case FilterField.Rows ignored ->
          "Whether some, none or every one of its %s fulfil this.".formatted(spaced(name));
      case FilterField.Some ignored -> special(name);
      case FilterField.Each ignored -> special(name);
      case FilterField.AnyRecord ignored ->
          "There is a %s here and it is such a record.".formatted(spaced(name));
      case FilterField.Identifier ignored ->
          "It has this identifier, for example scheme un-symbol and value S/PV.8745.";
    };
  }

  /** Conditions that follow from no field say in words of their own what they mean. */
  private static String special(String name) {
    return switch (name) {
      case "person" -> "One of its speakers is such a person.";
      case "position" -> "One of its speakers speaks in such an office.";
      case "representing" ->
          "It spoke for such an actor, itself or through a group that the actor was a member of on that day.";
      case "topic" -> "It is about such a topic, or about one that is narrower.";
      case "cites" -> "It cites such an instrument.";
      case "citesAll" -> "It cites an instrument of each of these kinds.";
      case "continuedBy" ->
          "Such an actor is this one or continues it, as Russia continues the Soviet Union.";
      default -> throw new IllegalStateException("no words for the filter " + name);
    };
  }

  private static String spaced(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", " ").toLowerCase(Locale.ROOT);
  }
}
