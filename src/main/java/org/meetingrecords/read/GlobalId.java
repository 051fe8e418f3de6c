package org.meetingrecords.read;

import java.util.regex.Pattern;

/**
 * An opaque id taken apart: the letters of its type and the row's number, as {@code M42}.
 *
 * @param type what it is the id of
 * @param number the row's key
 */
record GlobalId(TypeModel type, long number) {
  private static final Pattern FORM = Pattern.compile("([A-Z]+)([1-9][0-9]{0,17})");

  /**
   * @throws BadInput when it is no id of ours
   */
  static GlobalId parse(String id, Model model) {
    var match = FORM.matcher(id);
    if (!match.matches()) {
      throw malformed(id);
    }
    TypeModel type = model.byLetters(match.group(1)).orElseThrow(() -> malformed(id));
    return new GlobalId(type, Long.parseLong(match.group(2)));
  }

  /**
   * @throws BadInput when it is no id of ours, or one of another type
   */
  static GlobalId parse(String id, TypeModel expected, Model model) {
    GlobalId parsed = parse(id, model);
    if (!parsed.type().equals(expected)) {
      throw ofAnother(parsed, id, "one of the type " + expected.name());
    }
    return parsed;
  }

  /**
   * @throws BadInput when it is no id of ours, or one of something that is no record
   */
  static GlobalId parseRecord(String id, Model model) {
    GlobalId parsed = parse(id, model);
    if (!parsed.type().record()) {
      throw ofAnother(parsed, id, "the id of a record");
    }
    return parsed;
  }

  private static BadInput ofAnother(GlobalId parsed, String id, String expected) {
    return new BadInput(
        "id: \"%s\" is of the type %s; here %s is expected."
            .formatted(id, parsed.type().name(), expected));
  }

  private static BadInput malformed(String id) {
    return new BadInput(
        "id: \"%s\" is not an id of this server; ids are taken from the field id."
            .formatted(Shown.text(id)));
  }
}
