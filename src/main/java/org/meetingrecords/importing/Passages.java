package org.meetingrecords.importing;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A text that is put together piece by piece, each a segment of what the source says it is. */
final class Passages {

  static final String PARAGRAPH = "PARAGRAPH";
  static final String HEADING = "HEADING";
  static final String NOTE = "NOTE";
  static final String INCIDENT = "INCIDENT";
  static final String GAP = "GAP";

  private record Passage(String kind, @Nullable String anchor, int start, int end) {}

  private final StringBuilder body = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();
  private int length;

  /** The columns of a segment, in the order in which it is staged. */
  static Stage stage(Loader loader) {
    return loader.stage("segment", "text_version_id", "sequence", "kind", "anchor", "start", "end");
  }

  /** Adds words after what parts them from those before; no words are no passage. */
  void add(String kind, String anchor, String words, String between) {
    if (words.isEmpty()) {
      return;
    }
    if (length > 0) {
      append(between);
    }
    int start = length;
    append(words);
    passages.add(new Passage(kind, anchor.isEmpty() ? null : anchor, start, length));
  }

  private void append(String words) {
    body.append(words);
    length += words.codePointCount(0, words.length());
  }

  boolean isEmpty() {
    return passages.isEmpty();
  }

  String body() {
    return body.toString();
  }

  void stage(Stage segments, Place place, String version) {
    int sequence = 0;
    for (Passage passage : passages) {
      segments.add(
          place, version, ++sequence, passage.kind, passage.anchor, passage.start, passage.end);
    }
  }
}
