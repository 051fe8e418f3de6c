package org.meetingrecords.importing.staging;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A time as a source writes it, and how much of it is known: the four columns of a span. */
public record Span(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    @Nullable String precision,
    @Nullable String asRecorded) {

  public static final Span NONE = new Span(null, null, null, null);

  private static final Pattern YEAR_FIRST =
      Pattern.compile("(\\d{4})(?:-(\\d{2})(?:-(\\d{2})(?:[T ].*)?)?)?");
  private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./](\\d{4})");

  /**
   * Reads {@code 2016-08-01}, with or without a time of day, {@code 2016-08}, {@code 2016} and
   * {@code 01/08/2016}; other words are kept as they are.
   */
  public static Span of(String written) {
    String words = written.strip();
    if (words.isEmpty()) {
      return NONE;
    }
    try {
      var yearFirst = YEAR_FIRST.matcher(words);
      if (yearFirst.matches()) {
        int year = Integer.parseInt(yearFirst.group(1));
        if (year > 0 && yearFirst.group(3) != null) {
          return day(LocalDate.parse(words.substring(0, 10)), words);
        }
        if (year > 0 && yearFirst.group(2) != null) {
          var month = YearMonth.of(year, Integer.parseInt(yearFirst.group(2)));
          return new Span(month.atDay(1), month.atEndOfMonth(), "MONTH", words);
        }
        if (year > 0) {
          return year(year, words);
        }
      }
      var dayFirst = DAY_FIRST.matcher(words);
      if (dayFirst.matches()) {
        return day(
            LocalDate.of(
                Integer.parseInt(dayFirst.group(3)),
                Integer.parseInt(dayFirst.group(2)),
                Integer.parseInt(dayFirst.group(1))),
            words);
      }
    } catch (DateTimeException notOne) {
      return new Span(null, null, "INTERVAL", words);
    }
    return new Span(null, null, "INTERVAL", words);
  }

  /** All of a year, within which something was. */
  public static Span year(int year, @Nullable String written) {
    return new Span(LocalDate.of(year, 1, 1), LocalDate.of(year, 12, 31), "YEAR", written);
  }

  public static Span day(LocalDate day, String written) {
    return new Span(day, day, "DAY", written);
  }

  /** Whether the words are a time that can be reckoned with. */
  public boolean isKnown() {
    return from != null;
  }

  /** Whether a time that begins in this span can have ended in that one. */
  public boolean canEndIn(Span end) {
    return from == null || end.to == null || !from.isAfter(end.to);
  }

  /** Whether a time from this span to that one covers a day for sure; unknown sides are open. */
  public boolean covers(Span end, LocalDate day) {
    return (to == null || !to.isAfter(day)) && (end.from == null || !end.from.isBefore(day));
  }

  /** A row's values, with each span as its four columns; what is several values is so many. */
  public static @Nullable Object[] columns(@Nullable Object... values) {
    List<@Nullable Object> spread = new ArrayList<>();
    for (Object value : values) {
      if (value instanceof Span span) {
        spread.addAll(Arrays.asList(span.from, span.to, span.precision, span.asRecorded));
      } else if (value instanceof Object[] more) {
        spread.addAll(Arrays.asList(columns(more)));
      } else {
        spread.add(value);
      }
    }
    return spread.toArray();
  }

  /** Names of columns as below, and more of them. */
  public static String[] names(String[] more, String... columns) {
    return Stream.of(names(columns), names(more)).flatMap(Arrays::stream).toArray(String[]::new);
  }

  /** The names of the four columns of spans, each written as {@code started*}. */
  public static String[] names(String... columns) {
    var names = new ArrayList<String>();
    for (String column : columns) {
      if (column.endsWith("*")) {
        String span = column.substring(0, column.length() - 1);
        for (String part : List.of("_from", "_to", "_precision", "_as_recorded")) {
          names.add(span + part);
        }
      } else {
        names.add(column);
      }
    }
    return names.toArray(String[]::new);
  }
}
