package org.meetingrecords.export;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;

/**
 * Nodes of which each entry of a list came as a row. Entries are written as they come, however many
 * a node has; what follows the list is the same in each row, and kept from the first.
 */
final class JoinedNodes implements JsonNodes {
  /**
   * @param node the column that tells which node a row is of
   * @param presence the column that tells whether there is an entry
   * @param before everything up to the list's first entry
   * @param after everything behind its last
   */
  record Parts(
      int node, int presence, JsonPlan.Value before, JsonPlan.Value entry, JsonPlan.Value after) {}

  private final Parts parts;
  private final Utf8 rest = new Utf8();
  private byte @Nullable [] node;

  JoinedNodes(Parts parts) {
    this.parts = parts;
  }

  @Override
  public boolean isMore(RowCursor row) {
    return node != null && Arrays.equals(node, row.value(parts.node()));
  }

  @Override
  public void begin(RowCursor row, Utf8 to) {
    node = row.value(parts.node());
    parts.before().write(row, to);
    if (JsonPlan.isTrue(row.value(parts.presence()))) {
      parts.entry().write(row, to);
    }
    parts.after().write(row, rest);
  }

  @Override
  public void more(RowCursor row, Utf8 to) {
    to.put(',');
    parts.entry().write(row, to);
  }

  @Override
  public void end(Utf8 to) {
    rest.moveTo(to);
  }
}
