package org.meetingrecords.importing;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Set;

/**
 * A set of files as a source: where in it each record was read, and what it has beyond the model.
 */
final class CitedFiles {

  /** How a set is cited; its key is its slug too. */
  record About(
      String key,
      String title,
      String publisher,
      String author,
      String url,
      String authority,
      String rights,
      String citation) {}

  private final String key;
  private final Stage links;
  private final Stage fields;
  private final Set<String> told = new HashSet<>();

  /** The set that this file belongs to. */
  CitedFiles(Loader loader, About about, String file) {
    key = about.key();
    loader
        .stage(
            "source",
            "slug",
            "title",
            "kind",
            "publisher",
            "author",
            "url",
            "retrieved_on",
            "authority",
            "rights",
            "citation")
        .addAs(
            new Place(file, 0),
            key,
            key,
            about.title(),
            "DATASET",
            about.publisher(),
            about.author(),
            about.url(),
            retrieved(loader, key),
            about.authority(),
            about.rights(),
            about.citation());
    links =
        loader
            .stage("source_link", Stage.RECORD_TABLE, "record_id", "source_id", "locator")
            .repeating();
    fields =
        loader
            .stage("recorded_field", Stage.RECORD_TABLE, "record_id", "name", "value", "source_id")
            .repeating();
  }

  /** The day on which files of the set first came in; the files themselves do not say. */
  private static LocalDate retrieved(Loader loader, String key) {
    try (var statement =
        loader.connection().prepareStatement("select retrieved_on from source where slug = ?")) {
      statement.setString(1, key);
      try (var rows = statement.executeQuery()) {
        LocalDate before = rows.next() ? rows.getObject(1, LocalDate.class) : null;
        return before == null ? LocalDate.now(java.time.ZoneOffset.UTC) : before;
      }
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  String key() {
    return key;
  }

  /** Where in the files a record was read. */
  void link(Place place, String table, String record, String locator) {
    links.add(place, table, record, key, locator);
  }

  /** Links a record to its file the first time, and says whether this was the first time. */
  boolean linkOnce(Place place, String table, String record) {
    boolean first = isNew(table, record);
    if (first) {
      link(place, table, record, place.file());
    }
    return first;
  }

  /** Whether this is the first time that this row is asked about. */
  boolean isNew(String table, String row) {
    return told.add(table + ' ' + row);
  }

  /** Keeps a value that has no place in the model, under the name of its column. */
  void keep(Place place, String table, String record, String name, String value) {
    if (!value.isBlank()) {
      fields.add(place, table, record, name, value, key);
    }
  }
}
