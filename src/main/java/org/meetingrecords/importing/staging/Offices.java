package org.meetingrecords.importing.staging;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;

/** Offices, the people in them, and what shows them there: each appearance attests the tenure. */
public final class Offices {

  private final DataSet data;
  private final Stage positions;
  private final Stage tenures;
  private final Stage attestations;

  public Offices(Loader loader, DataSet data) {
    this.data = data;
    positions = loader.stage("position", "slug", "title", "rank", "organization_id");
    tenures =
        loader.stage("tenure", "person_id", "position_id", "acting", "on_behalf_of_id").repeating();
    attestations =
        loader
            .stage("attestation", Span.names("tenure_id", "attested*", "label", "source_id"))
            .repeating();
  }

  /** The key of an office of an actor, which is one for all who held it. */
  public String office(Place place, String actor, String title, String rank) {
    String key = Words.slug(actor.substring(actor.indexOf('=') + 1) + " " + title);
    if (data.linkOnce(place, "position", key)) {
      positions.addAs(place, key, key, title, rank, actor);
    }
    return key;
  }

  /** Says that a person was seen in an office then, under words that are kept. */
  public void attest(
      Place place,
      String person,
      String office,
      boolean acting,
      @Nullable String onBehalfOf,
      Span seen,
      String label) {
    String tenure = person + "|" + office + "|" + acting + "|" + onBehalfOf;
    tenures.addAs(place, tenure, person, office, acting, onBehalfOf);
    attestations.add(place, Span.columns(tenure, seen, label, data.source()));
  }
}
