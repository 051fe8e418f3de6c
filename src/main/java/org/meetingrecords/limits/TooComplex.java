package org.meetingrecords.limits;

/** A request asks for more than one request may. The message says what and how much. */
public final class TooComplex extends RuntimeException {
  TooComplex(String message) {
    super(message, null, false, false);
  }

  static void refuseAbove(long limit, long found, String what) {
    if (found > limit) {
      throw new TooComplex(
          "%s: at most %,d in one request, not %s; ask for less at once."
              .formatted(
                  what, limit, found >= Count.CEILING ? "this many" : "%,d".formatted(found)));
    }
  }
}
