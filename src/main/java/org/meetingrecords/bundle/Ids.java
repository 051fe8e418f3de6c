package org.meetingrecords.bundle;

import java.util.BitSet;
import java.util.NavigableMap;
import java.util.TreeMap;

/**
 * Ids that were met, of which some are still to be taken. Ids of one table lie close together, so a
 * million of them are some hundred kilobytes.
 */
final class Ids {
  private static final int BLOCK_BITS = 16;
  private static final int IN_BLOCK = (1 << BLOCK_BITS) - 1;

  private final NavigableMap<Long, BitSet> met = new TreeMap<>();
  private final NavigableMap<Long, BitSet> left = new TreeMap<>();

  /** Nothing, where it was met before. */
  void add(long id) {
    BitSet block = met.computeIfAbsent(id >> BLOCK_BITS, number -> new BitSet());
    int place = (int) (id & IN_BLOCK);
    if (!block.get(place)) {
      block.set(place);
      left.computeIfAbsent(id >> BLOCK_BITS, number -> new BitSet()).set(place);
    }
  }

  boolean isEmpty() {
    return left.isEmpty();
  }

  /** The smallest ids that were not taken yet, at most so many. */
  Long[] take(int most) {
    var block = left.firstEntry();
    Long[] taken =
        block.getValue().stream()
            .limit(most)
            .mapToObj(place -> (block.getKey() << BLOCK_BITS) + place)
            .toArray(Long[]::new);
    for (long id : taken) {
      block.getValue().clear((int) (id & IN_BLOCK));
    }
    if (block.getValue().isEmpty()) {
      left.remove(block.getKey());
    }
    return taken;
  }
}
