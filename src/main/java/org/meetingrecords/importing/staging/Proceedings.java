package org.meetingrecords.importing.staging;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** What the verbatim record of a sitting has, in its order: what was said, and what it tells. */
public final class Proceedings {

  /** The kind of what the record tells between the speeches. */
  public static final String NARRATIVE = "NARRATIVE";

  private static final String UNKNOWN_LANGUAGE = "und";

  /** One contribution; the language is that of its text too. */
  public record Contribution(
      String meeting,
      int sequence,
      String kind,
      Span delivered,
      @Nullable String attribution,
      @Nullable String language) {

    boolean isSpoken() {
      return !kind.equals(NARRATIVE);
    }
  }

  private final DataSet data;
  private final String relation;
  private final Stage statements;
  private final Stage versions;
  private final Stage segments;

  /**
   * @param relation of the texts to what was said
   * @param more columns of table {@code statement} beside those of all contributions
   */
  public Proceedings(Loader loader, DataSet data, String relation, String... more) {
    this.data = data;
    this.relation = relation;
    statements =
        loader.stage(
            "statement",
            Span.names(
                more,
                "slug",
                "meeting_id",
                "sequence",
                "kind",
                "delivery",
                "delivered*",
                "attribution",
                "language"));
    versions = Passages.texts(loader);
    segments = Passages.stage(loader);
  }

  /**
   * @param text may be empty; then the contribution has no text
   * @param more the values of the columns that this set has beside
   */
  public void add(
      Place place,
      String key,
      String slug,
      Contribution said,
      Passages text,
      @Nullable Object... more) {
    statements.addAs(
        place,
        key,
        Span.columns(
            slug,
            said.meeting(),
            said.sequence(),
            said.kind(),
            said.isSpoken() ? "SPOKEN" : "UNKNOWN",
            said.delivered(),
            said.attribution(),
            said.language(),
            more));
    data.link(place, "statement", key);
    if (!text.isEmpty()) {
      versions.addAs(
          place,
          key,
          key,
          said.language() == null ? UNKNOWN_LANGUAGE : said.language(),
          relation,
          "VERBATIM_RECORD",
          said.isSpoken() ? "FIRST_PERSON" : "THIRD_PERSON",
          text.body());
      text.stage(segments, place, key);
    }
  }
}
