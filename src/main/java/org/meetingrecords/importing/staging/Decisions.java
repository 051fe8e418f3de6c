package org.meetingrecords.importing.staging;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** What was decided, with the numbers of the votes. */
public final class Decisions {

  private final DataSet data;
  private final Stage decisions;

  /**
   * @param more columns of table {@code decision} beside those that all decisions have
   */
  public Decisions(Loader loader, DataSet data, String... more) {
    this.data = data;
    decisions =
        loader.stage(
            "decision",
            Span.names(
                more,
                "slug",
                "meeting_id",
                "title",
                "decided*",
                "method",
                "result",
                "yes",
                "no",
                "abstain"));
  }

  /** What a vote is on, when and how it was taken, and with which result. */
  public record Ballot(
      @Nullable String meeting, String title, Span decided, String method, String result) {}

  /**
   * @param more the values of the columns that this set has beside
   */
  public void add(
      Place place, String key, String slug, Ballot ballot, Tally votes, @Nullable Object... more) {
    decisions.addAs(
        place,
        key,
        Span.columns(
            slug,
            ballot.meeting(),
            ballot.title(),
            ballot.decided(),
            ballot.method(),
            ballot.result(),
            votes.of("YES"),
            votes.of("NO"),
            votes.of("ABSTAIN"),
            more));
    data.link(place, "decision", key);
  }
}
