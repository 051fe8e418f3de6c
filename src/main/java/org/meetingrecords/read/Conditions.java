package org.meetingrecords.read;

import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;

/** Puts conditions together; {@code true} is no condition and is left out. */
final class Conditions {
  private Conditions() {}

  static String all(String... conditions) {
    return all(List.of(conditions));
  }

  /** All of them; {@code true} where there are none. */
  static String all(Collection<String> conditions) {
    String joined =
        conditions.stream()
            .filter(condition -> !condition.equals("true"))
            .collect(Collectors.joining(" and "));
    return joined.isEmpty() ? "true" : joined;
  }
}
