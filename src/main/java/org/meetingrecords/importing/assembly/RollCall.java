package org.meetingrecords.importing.assembly;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import org.meetingrecords.importing.staging.Span;
import org.meetingrecords.importing.staging.Tally;

/** What the votes need to know of a roll call, and what they add up to. */
final class RollCall {

  static final String KEY = "unga-rcid=";

  private static final List<String> OPTIONS = List.of("yes", "no", "abstain");

  /** Before this year the files have no days: all lie in the first week of their month. */
  private static final int FIRST_YEAR_WITH_DAYS = 1997;

  private final LocalDate day;
  private final int[] votes = new int[OPTIONS.size()];
  private final BitSet voted = new BitSet();

  RollCall(LocalDate day) {
    this.day = day;
  }

  LocalDate day() {
    return day;
  }

  boolean hasExactDay() {
    return day.getYear() >= FIRST_YEAR_WITH_DAYS;
  }

  Span decided(String written) {
    if (hasExactDay()) {
      return Span.day(day, written);
    }
    var month = YearMonth.from(day);
    return new Span(month.atDay(1), month.atEndOfMonth(), "MONTH", written);
  }

  static boolean isOption(String printed) {
    return OPTIONS.contains(printed);
  }

  /** Counts the first vote of a voter; the loader rejects any other. */
  void count(String option, int voter) {
    if (!voted.get(voter)) {
      voted.set(voter);
      votes[OPTIONS.indexOf(option)]++;
    }
  }

  Tally tally() {
    var tally = new Tally();
    for (String option : OPTIONS) {
      tally.add(option.toUpperCase(Locale.ROOT), votes[OPTIONS.indexOf(option)]);
    }
    return tally;
  }

  /**
   * What can be told from the numbers: no majority rejects, two thirds adopt whatever the rule.
   * Between them a resolution that has its number was adopted; the rest is not known.
   */
  String result(boolean numbered, String description) {
    int yes = votes[OPTIONS.indexOf("yes")];
    int no = votes[OPTIONS.indexOf("no")];
    if (yes + no == 0) {
      return "UNKNOWN";
    }
    if (yes <= no) {
      return "REJECTED";
    }
    return yes >= 2 * no || numbered || description.contains("adopted by the General Assembly")
        ? "ADOPTED"
        : "UNKNOWN";
  }
}
