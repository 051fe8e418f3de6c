package org.meetingrecords.read;

/**
 * What is counted of the rows of a group.
 *
 * @param name the field that shows it
 * @param aggregate SQL over the counted rows, {@code {row}}
 * @param column a column of the row that it needs beside the id, or empty
 * @param join what it is counted over, where that is not the rows themselves
 */
public record Measure(String name, String aggregate, String column, String join) {

  public static Measure of(String name, String aggregate) {
    return new Measure(name, aggregate, "", "");
  }

  public Measure over(String columnOfRow) {
    return new Measure(name, aggregate, columnOfRow, join);
  }

  public Measure joined(String joins) {
    return new Measure(name, aggregate, column, joins);
  }
}
