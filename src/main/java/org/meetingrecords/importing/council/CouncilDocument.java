package org.meetingrecords.importing.council;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The record that a speech is in: a verbatim record ({@code S/PV.8699}), one of its resumptions, or
 * one of the documents in which the statements of a videoconference were put together.
 *
 * @param resumption 0 for the record itself
 */
record CouncilDocument(String symbol, int resumption) {

  private static final Pattern VERBATIM =
      Pattern.compile("(?:S/PV\\.)?(\\d{1,6})\\s*(?:\\(?\\s*Resumption\\s*(\\d{1,2})\\s*\\)?)?");
  private static final Pattern COMPILATION = Pattern.compile("(?:S/)?(\\d{4})[_/](\\d{1,5})");

  /** What the column {@code spv} says: 8699, 8699Resumption1, 2020_254. */
  static Optional<CouncilDocument> of(String spv) {
    var compilation = COMPILATION.matcher(spv.strip());
    if (compilation.matches()) {
      return Optional.of(
          new CouncilDocument("S/" + compilation.group(1) + "/" + compilation.group(2), 0));
    }
    var verbatim = VERBATIM.matcher(spv.strip());
    if (verbatim.matches()) {
      String resumption = verbatim.group(2);
      return Optional.of(
          new CouncilDocument(
              "S/PV." + verbatim.group(1), resumption == null ? 0 : Integer.parseInt(resumption)));
    }
    return Optional.empty();
  }

  boolean isVerbatim() {
    return symbol.startsWith("S/PV.");
  }

  /** The number of the meeting, which documents of a videoconference do not have. */
  Optional<Integer> meetingNumber() {
    return isVerbatim()
        ? Optional.of(Integer.parseInt(symbol.substring("S/PV.".length())))
        : Optional.empty();
  }

  String partSymbol() {
    return resumption == 0 ? symbol : "%s (Resumption %d)".formatted(symbol, resumption);
  }
}
