package org.meetingrecords.limits;

/** Arithmetic on counts that stops at a ceiling far above every limit, so it cannot overflow. */
final class Count {
  /** Its square still fits a long. */
  static final long CEILING = 1_000_000_000L;

  private Count() {}

  /** Both are between 0 and the ceiling, and so is the sum. */
  static long plus(long a, long b) {
    return Math.min(a + b, CEILING);
  }

  /** Both are between 0 and the ceiling, and so is the product. */
  static long times(long a, long b) {
    return Math.min(a * b, CEILING);
  }
}
