package org.meetingrecords.read;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Counts conditions and the values of each, so that no filter grows past what is answered. */
final class FilterSize {
  /** What any list of values in a request holds at most. */
  static final int MOST_VALUES = 500;

  private static final int MOST_CONDITIONS = 50;

  private int conditions;

  void add() {
    add(1);
  }

  /** Counts a condition for each operator on a value, and looks at how many values it takes. */
  Map<String, @Nullable Object> counted(Map<String, @Nullable Object> operators) {
    add(operators.size());
    operators.forEach(
        (operator, value) -> {
          if (value instanceof List<?> values) {
            requireFew(operator, values);
          }
        });
    return operators;
  }

  static void requireFew(String operator, List<?> values) {
    if (values.size() > MOST_VALUES) {
      throw new BadInput(
          "filter: %s takes at most %d values, not %d."
              .formatted(operator, MOST_VALUES, values.size()));
    }
  }

  private void add(int more) {
    conditions += more;
    if (conditions > MOST_CONDITIONS) {
      throw new BadInput("filter: at most %d conditions in one filter.".formatted(MOST_CONDITIONS));
    }
  }
}
