package org.meetingrecords.importing.assembly;

import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The symbols of General Assembly resolutions and decisions, out of the short form of the roll
 * calls ({@code R/21/2228}). Up to session 17, in session 19 and for the early special sessions the
 * short form has the page of the record instead of a number; the numbers of the resolutions of a
 * session tell the two apart.
 */
record UnSymbol(String symbol, boolean isDecision) {

  private static final Pattern SHORT =
      Pattern.compile("(R|SS|ESS)/(\\d{1,4})/(\\d{1,6})(?:/?([A-Z]{1,2}))?(?:/([IVX]+))?");
  private static final Pattern ROMAN = Pattern.compile("[IVX]+");
  private static final int LAST_ROMAN_SESSION = 30;
  private static final int FIRST_DECISION = 400;

  /** First and last resolution of the sessions in which numbers ran on from session to session. */
  private static final Map<Integer, int[]> NUMBERS =
      Map.ofEntries(
          Map.entry(18, new int[] {1881, 1992}),
          Map.entry(20, new int[] {2007, 2132}),
          Map.entry(21, new int[] {2133, 2251}),
          Map.entry(22, new int[] {2258, 2372}),
          Map.entry(23, new int[] {2373, 2485}),
          Map.entry(24, new int[] {2486, 2620}),
          Map.entry(25, new int[] {2621, 2750}),
          Map.entry(26, new int[] {2751, 2902}),
          Map.entry(27, new int[] {2903, 3047}),
          Map.entry(28, new int[] {3048, 3200}),
          Map.entry(29, new int[] {3203, 3361}),
          Map.entry(30, new int[] {3363, 3541}));

  static Optional<UnSymbol> of(String recorded) {
    var parts = SHORT.matcher(recorded.strip());
    if (!parts.matches()) {
      return Optional.empty();
    }
    int session = Integer.parseInt(parts.group(2));
    int number = Integer.parseInt(parts.group(3));
    String letters = parts.group(4) == null ? "" : parts.group(4);
    // After a stroke, I, V, X and the like number a section of the resolution.
    if (recorded.contains("/" + letters)
        && !letters.isEmpty()
        && ROMAN.matcher(letters).matches()) {
      letters = "";
    }
    return switch (parts.group(1)) {
      case "SS" ->
          session < 8
              ? Optional.empty()
              : resolution("S-%d/%d%s".formatted(session, number, letters));
      case "ESS" ->
          session < 6
              ? Optional.empty()
              : resolution("ES-%d/%d%s".formatted(session, number, letters));
      default -> regular(session, number, letters);
    };
  }

  private static Optional<UnSymbol> regular(int session, int number, String letters) {
    if (session > LAST_ROMAN_SESSION) {
      return number >= FIRST_DECISION
          ? Optional.of(new UnSymbol("A/DEC/%d/%d%s".formatted(session, number, letters), true))
          : resolution("%d/%d%s".formatted(session, number, letters));
    }
    int[] numbers = NUMBERS.get(session);
    return numbers != null && numbers[0] <= number && number <= numbers[1]
        ? resolution("%d%s(%s)".formatted(number, letters, roman(session)))
        : Optional.empty();
  }

  private static Optional<UnSymbol> resolution(String rest) {
    return Optional.of(new UnSymbol("A/RES/" + rest, false));
  }

  static String roman(int number) {
    return "X".repeat(number / 10)
        + switch (number % 10) {
          case 1 -> "I";
          case 2 -> "II";
          case 3 -> "III";
          case 4 -> "IV";
          case 5 -> "V";
          case 6 -> "VI";
          case 7 -> "VII";
          case 8 -> "VIII";
          case 9 -> "IX";
          default -> "";
        };
  }
}
