package org.meetingrecords.read;

import java.util.Locale;
import java.util.regex.Pattern;

/** The one rule by which GraphQL names become names of the database. */
public final class Names {
  private static final Pattern BEFORE_LETTER = Pattern.compile("_([a-z])");

  private Names() {}

  /** {@code deliveredOn} is {@code delivered_on}, {@code TextVersion} is {@code text_version}. */
  public static String snake(String name) {
    return name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "_").toLowerCase(Locale.ROOT);
  }

  /** {@code delivered_on} is {@code deliveredOn}. */
  static String camel(String name) {
    return BEFORE_LETTER.matcher(name).replaceAll(found -> found.group(1).toUpperCase(Locale.ROOT));
  }

  /** {@code deliveredOn} is {@code DELIVERED_ON}, as enum values are written. */
  public static String upperSnake(String name) {
    return snake(name).toUpperCase(Locale.ROOT);
  }

  /** {@code Delivered} is {@code delivered}. */
  public static String lowerFirst(String name) {
    return Character.toLowerCase(name.charAt(0)) + name.substring(1);
  }

  /**
   * A name of the database as it stands in SQL: always quoted, so that {@code end} and {@code
   * group} are safe.
   */
  static String quoted(String identifier) {
    return '"' + identifier + '"';
  }
}
