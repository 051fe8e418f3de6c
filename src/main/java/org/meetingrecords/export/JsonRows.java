package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Rows;

/** Nodes as JSON objects, just as a page would hold them: a line each, or in an array. */
final class JsonRows implements RowWriter {
  private final OutputStream out;
  private final Utf8 json = new Utf8();
  private final String before;
  private final String between;
  private final String after;
  private final JsonNodes nodes;
  private boolean begun;

  private JsonRows(Rows rows, OutputStream out, String before, String between, String after) {
    this.out = out;
    this.before = before;
    this.between = between;
    this.after = after;
    this.nodes = new JsonPlan(rows).nodes();
  }

  static JsonRows lines(Rows rows, OutputStream out) {
    return new JsonRows(rows, out, "", "\n", "\n");
  }

  static JsonRows array(Rows rows, OutputStream out) {
    return new JsonRows(rows, out, "[\n", ",\n", "\n]\n");
  }

  @Override
  public int write(RowCursor node) throws IOException {
    boolean more = nodes.isMore(node);
    if (more) {
      nodes.more(node, json);
    } else {
      if (begun) {
        nodes.end(json);
      }
      put(begun ? between : before);
      begun = true;
      nodes.begin(node, json);
    }
    json.drainSome(out);
    return more ? 0 : 1;
  }

  @Override
  public void finish() throws IOException {
    if (begun) {
      nodes.end(json);
      put(after);
    } else if (!before.isEmpty()) {
      put("[]\n");
    }
    flush();
  }

  @Override
  public void flush() throws IOException {
    json.drain(out);
    out.flush();
  }

  private void put(String text) {
    json.put(text.getBytes(StandardCharsets.US_ASCII));
  }
}
