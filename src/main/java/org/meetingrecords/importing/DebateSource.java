package org.meetingrecords.importing;

import java.util.HashSet;
import java.util.Set;

/** The corpus as a source, and the links from records to where in it they were read. */
final class DebateSource {

  static final String KEY = "ungdc";

  private final String table;
  private final Stage links;
  private final Set<String> told = new HashSet<>();

  /** The source of which this file is the table of speakers. */
  DebateSource(Loader loader, String table) {
    this.table = table;
    loader
        .stage(
            "source",
            "slug",
            "title",
            "kind",
            "publisher",
            "author",
            "url",
            "authority",
            "rights",
            "citation")
        .addAs(
            new Place(table, 0),
            KEY,
            KEY,
            "United Nations General Debate Corpus",
            "DATASET",
            "Harvard Dataverse",
            "Slava Jankin, Alexander Baturo, Niheer Dasandi",
            "https://doi.org/10.7910/DVN/0TJX8Y",
            "ACADEMIC",
            "CC0 1.0",
            "Slava Jankin, Alexander Baturo, Niheer Dasandi, “United Nations General Debate Corpus”,"
                + " Harvard Dataverse, doi:10.7910/DVN/0TJX8Y");
    links =
        loader
            .stage("source_link", Stage.RECORD_TABLE, "record_id", "source_id", "locator")
            .repeating();
  }

  void link(Place place, String type, String key, String locator) {
    links.add(place, type, key, KEY, locator);
  }

  /** Links a record to the table the first time, and says whether this was the first time. */
  boolean linkOnce(Place place, String type, String key) {
    boolean first = told.add(key);
    if (first) {
      link(place, type, key, table);
    }
    return first;
  }
}
