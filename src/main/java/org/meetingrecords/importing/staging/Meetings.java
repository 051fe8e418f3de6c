package org.meetingrecords.importing.staging;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** A standing body and its meetings, which have been held. */
public final class Meetings {

  /** A standing body; its slug is the same from whatever set it comes. */
  public record Body(String slug, String name, String acronym) {}

  private final Body body;
  private final Stage meetings;

  /**
   * @param more columns of table {@code meeting} beside those that all meetings of bodies have
   */
  public Meetings(Loader loader, Body body, String... more) {
    this.body = body;
    loader
        .stage("forum", "slug", "name", "acronym", "kind")
        .addAs(
            new Place("", 0),
            body.slug(),
            body.slug(),
            body.name(),
            body.acronym(),
            "STANDING_BODY");
    meetings =
        loader.stage(
            "meeting", Span.names(more, "slug", "title", "forum_id", "ordinal", "held*", "status"));
  }

  /**
   * @param number the how-manieth meeting of the body it is
   * @param more the values of the columns that this set has beside
   */
  public void add(
      Place place,
      String key,
      String slug,
      String title,
      @Nullable Integer number,
      Span held,
      @Nullable Object... more) {
    meetings.addAs(place, key, Span.columns(slug, title, body.slug(), number, held, "HELD", more));
  }
}
