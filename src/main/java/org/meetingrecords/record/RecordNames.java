package org.meetingrecords.record;

import org.meetingrecords.read.Relation;

/** How records are named: their names in several languages, and the label made of them. */
public final class RecordNames {
  /** The names of a record. */
  public static final Relation NAMES = Relation.of("name", "record_id").order("id");

  private RecordNames() {}

  /**
   * The label of a record: its name in the asked language, else its usual name or title.
   *
   * @param usual SQL over {@code {row}} that is never null
   */
  public static String label(String usual) {
    return "coalesce([[name_in_language({row}.id, {language}), ]]" + usual + ")";
  }

  /**
   * The label of a record whose usual name is English. Asked for in English it is that name, not
   * one of the others by which it goes.
   *
   * @param usual SQL over {@code {row}} that is never null
   */
  public static String labelOfEnglish(String usual) {
    return "coalesce([[case when {language} !~* '^en(-|$)' then name_in_language({row}.id, {language}) end, ]]"
        + usual
        + ")";
  }
}
