package org.meetingrecords.importing.akomantoso;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Days in words, such as {@code 13 JULAI 2020}, in any language that Java has months for. */
final class MonthNames {

  private static final Pattern DAY =
      Pattern.compile(
          "(?<!\\d)(\\d{1,2})\\.? (?:de |of )?(\\p{L}{3,})\\.? (?:de )?(\\d{4})(?!\\d)");

  /** Names that are two months', in one language or in two, are none here. */
  private static final Map<String, Optional<Month>> MONTHS = months();

  private MonthNames() {}

  private static Map<String, Optional<Month>> months() {
    var months = new HashMap<String, Optional<Month>>();
    for (Locale locale : Locale.getAvailableLocales()) {
      for (Month month : Month.values()) {
        for (TextStyle style : List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE)) {
          months.merge(
              month.getDisplayName(style, locale).toLowerCase(Locale.ROOT),
              Optional.of(month),
              (one, other) -> one.equals(other) ? one : Optional.empty());
        }
      }
    }
    return months;
  }

  /** The first day that words tell of. */
  static Optional<LocalDate> day(String words) {
    var found = DAY.matcher(words);
    while (found.find()) {
      var month = MONTHS.getOrDefault(found.group(2).toLowerCase(Locale.ROOT), Optional.empty());
      try {
        if (month.isPresent()) {
          return Optional.of(
              LocalDate.of(
                  Integer.parseInt(found.group(3)), month.get(), Integer.parseInt(found.group(1))));
        }
      } catch (DateTimeException none) {
        return Optional.empty();
      }
    }
    return Optional.empty();
  }
}
