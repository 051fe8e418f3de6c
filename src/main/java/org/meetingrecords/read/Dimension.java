package org.meetingrecords.read;

/**
 * What rows can be counted by.
 *
 * @param name as the type's {@code …Dimension} has it
 * @param value SQL for the value as a filter takes it, null where it is not known
 * @param label SQL for the value as people say it
 * @param join joins to {@code {row}} that value and label need; its aliases are its own
 * @param several whether a row may have more than one value
 */
public record Dimension(String name, String value, String label, String join, boolean several) {

  /** A value that is its own label. */
  public static Dimension of(String name, String value) {
    return new Dimension(name, value, value, "", false);
  }

  public Dimension labelled(String sql) {
    return new Dimension(name, value, sql, join, several);
  }

  public Dimension joined(String joins) {
    return new Dimension(name, value, label, joins, several);
  }

  /** A row counts under each of its values. */
  public Dimension many() {
    return new Dimension(name, value, label, join, true);
  }
}
