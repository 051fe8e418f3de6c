package org.meetingrecords.read;

/**
 * What a client sent, as it may be repeated in a message: short, and without control characters.
 */
public final class Shown {
  private static final int LONGEST = 60;

  private Shown() {}

  public static String text(String sent) {
    String plain = sent.replaceAll("[\\p{Cntrl}\\p{Cs}]", "\uFFFD");
    return plain.codePointCount(0, plain.length()) <= LONGEST
        ? plain
        : plain.substring(0, plain.offsetByCodePoints(0, LONGEST)) + "…";
  }
}
