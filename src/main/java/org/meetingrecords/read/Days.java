package org.meetingrecords.read;

import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.DateTimeParseException;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.util.Locale;

/** Days as clients write them: {@code YYYY-MM-DD}, four digits for the year and no sign. */
public final class Days {
  private static final DateTimeFormatter FORM =
      new DateTimeFormatterBuilder()
          .appendValue(ChronoField.YEAR, 4)
          .appendPattern("-MM-dd")
          .toFormatter(Locale.ROOT)
          .withResolverStyle(ResolverStyle.STRICT);

  private Days() {}

  /**
   * @throws java.time.format.DateTimeParseException when it is no day that exists, so written
   */
  public static LocalDate parse(String text) {
    LocalDate day = LocalDate.parse(text, FORM);
    if (day.getYear() == 0) {
      throw new DateTimeParseException("no calendar has a year 0", text, 0);
    }
    return day;
  }
}
