package org.meetingrecords.record;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A time known only so far: how far the source goes, and no further. */
public record DateSpan(
    @Nullable LocalDate from,
    @Nullable LocalDate to,
    DatePrecision precision,
    @Nullable String asRecorded) {

  /** One known day. */
  public static DateSpan day(LocalDate day) {
    return days(day, day);
  }

  /** From one known day to another. */
  public static DateSpan days(LocalDate from, LocalDate to) {
    return new DateSpan(from, to, DatePrecision.DAY, null);
  }
}
