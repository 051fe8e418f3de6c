package org.meetingrecords.importing.staging;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** A text that is put together piece by piece, each a segment of what the source says it is. */
public final class Passages {

  public static final String PARAGRAPH = "PARAGRAPH";
  public static final String HEADING = "HEADING";
  public static final String NOTE = "NOTE";
  public static final String INCIDENT = "INCIDENT";
  public static final String GAP = "GAP";

  private record Passage(String kind, @Nullable String anchor, int start, int end) {}

  private final StringBuilder body = new StringBuilder();
  private final List<Passage> passages = new ArrayList<>();
  private int length;

  /** Texts of statements: language, relation, kind of record, voice, body. */
  public static Stage texts(Loader loader) {
    return loader.stage(
        "text_version", "statement_id", "language", "relation", "record_type", "voice", "body");
  }

  /** The columns of a segment, in the order in which it is staged. */
  public static Stage stage(Loader loader) {
    return loader.stage("segment", "text_version_id", "sequence", "kind", "anchor", "start", "end");
  }

  /** Adds words after what parts them from those before; no words are no passage. */
  public void add(String kind, String anchor, String words, String between) {
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

  public boolean isEmpty() {
    return passages.isEmpty();
  }

  public String body() {
    return body.toString();
  }

  public void stage(Stage segments, Place place, String version) {
    int sequence = 0;
    for (Passage passage : passages) {
      segments.add(
          place, version, ++sequence, passage.kind, passage.anchor, passage.start, passage.end);
    }
  }
}
