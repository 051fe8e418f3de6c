package org.meetingrecords.importing.staging;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** How many voted how. */
public final class Tally {

  private final Map<String, Integer> votes = new TreeMap<>();

  /** Counts votes for an option, as the database calls it. */
  public void add(String option, int number) {
    votes.merge(option, number, Integer::sum);
  }

  /** The number of votes for an option; null where nothing is said of it. */
  public @Nullable Integer of(String option) {
    return votes.get(option);
  }

  public boolean isEmpty() {
    return votes.isEmpty();
  }

  /** These numbers; where there are none, those. */
  public Tally or(Tally other) {
    return isEmpty() ? other : this;
  }

  /** Whether both say something and not the same; of an option not named there were no votes. */
  public boolean contradicts(Tally other) {
    return !isEmpty() && !other.isEmpty() && !votesCast().equals(other.votesCast());
  }

  private Map<String, Integer> votesCast() {
    var cast = new TreeMap<>(votes);
    cast.values().removeIf(number -> number == 0);
    return cast;
  }
}
