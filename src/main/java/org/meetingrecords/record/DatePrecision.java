package org.meetingrecords.record;

/** How exactly a span is known. */
public enum DatePrecision {
  DAY,
  MONTH,
  YEAR,
  INTERVAL
}
