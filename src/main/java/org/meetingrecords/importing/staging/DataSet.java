package org.meetingrecords.importing.staging;

import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.names.Words;

/**
 * The files as sources: where each record was read, and what it has beyond the model. All files of
 * a set may be one source, or each file one of its own.
 */
public final class DataSet {

  /** What a source says of itself; a word that it does not say is empty. */
  public record About(
      String title,
      String kind,
      String publisher,
      String author,
      String url,
      Span published,
      @Nullable String language,
      String authority,
      String rights,
      String citation) {

    /** A set that scholars or an office publish as one, and whose files say nothing of it. */
    public static About published(
        String title,
        String publisher,
        String author,
        String url,
        String authority,
        String rights,
        String citation) {
      return new About(
          title, "DATASET", publisher, author, url, Span.NONE, null, authority, rights, citation);
    }
  }

  /** Under which name a source has something of a record. */
  private record RecordedName(String table, String record, String name, String source) {}

  private final Loader loader;
  private final Stage sources;
  private final Stage links;
  private final Stage recorded;
  private final Map<String, LocalDate> retrievedBefore = new HashMap<>();
  private final Set<String> told = new HashSet<>();
  private final Map<RecordedName, Set<Long>> recordedValues = new HashMap<>();
  private String source = "";
  private @Nullable Aliases aliases;

  /** Sources of which the files tell one by one. */
  public DataSet(Loader loader) {
    this.loader = loader;
    sources =
        loader.stage(
            "source",
            "slug",
            "title",
            "kind",
            "publisher",
            "author",
            "url",
            "published_on",
            "retrieved_on",
            "language",
            "authority",
            "rights",
            "citation");
    links =
        loader
            .stage("source_link", Stage.RECORD_TABLE, "record_id", "source_id", "locator")
            .repeating();
    recorded =
        loader
            .stage("recorded_field", Stage.RECORD_TABLE, "record_id", "name", "value", "source_id")
            .repeating();
    learnWhenRetrieved();
  }

  /** One source, of which this is the file that everything starts from. */
  public DataSet(Loader loader, String slug, About about, String file) {
    this(loader);
    from(new Place(file, 0), slug, about);
  }

  private void learnWhenRetrieved() {
    try (var statement = loader.connection().createStatement();
        var rows =
            statement.executeQuery(
                """
                /* DataSet.learnWhenRetrieved */
                select slug, retrieved_on from source where retrieved_on is not null
                """)) {
      while (rows.next()) {
        retrievedBefore.put(rows.getString(1), rows.getObject(2, LocalDate.class));
      }
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  /** From here on all that is told rests on the source of this slug, which is told of later. */
  public void from(String slug) {
    source = slug;
  }

  /** From here on all that is told rests on this source. */
  public void from(Place place, String slug, About about) {
    source = slug;
    if (!isNew("source", slug)) {
      return;
    }
    LocalDate retrieved = loader.retrievedOn();
    var today = LocalDate.now(ZoneOffset.UTC);
    sources.addAs(
        place,
        slug,
        slug,
        about.title(),
        about.kind(),
        Words.filled(about.publisher()),
        Words.filled(about.author()),
        about.url().matches("[a-z][a-z0-9+.-]*:\\S+") ? about.url() : null,
        "DAY".equals(about.published().precision()) ? about.published().from() : null,
        retrieved == null ? retrievedBefore.getOrDefault(slug, today) : retrieved,
        about.language(),
        about.authority(),
        Words.filled(about.rights()),
        Words.filled(about.citation()));
  }

  /** The slug of the source on which rests what is told now. */
  public String source() {
    return source;
  }

  /** Links a record to the source, at the file where it was read. */
  public void link(Place place, String table, String record) {
    link(place, table, record, place.file());
  }

  /** Links a record to the source, at a place in it. */
  public void link(Place place, String table, String record, String locator) {
    links.add(place, table, record, source, locator);
  }

  /** Links a record to its file the first time, and says whether this was the first time. */
  public boolean linkOnce(Place place, String table, String record) {
    boolean first = isNew(table, record);
    if (first) {
      link(place, table, record);
    }
    return first;
  }

  /** What else the records of the set are called. */
  public Aliases aliases() {
    if (aliases == null) {
      aliases = new Aliases(loader, this);
    }
    return aliases;
  }

  /** Whether this is the first time that this row is asked about. */
  public boolean isNew(String table, String row) {
    return told.add(table + ' ' + row);
  }

  /**
   * Keeps what the model has no place for, under the source's own word for it; each further value
   * of that word has its number behind the word.
   */
  public void recorded(Place place, String table, String record, String name, String value) {
    if (value.isBlank()) {
      return;
    }
    Set<Long> values =
        recordedValues.computeIfAbsent(
            new RecordedName(table, record, name, source), first -> new HashSet<>(1));
    if (!values.add(fingerprint(value))) {
      return;
    }
    String numbered = values.size() == 1 ? name : name + " " + values.size();
    recorded.add(place, table, record, numbered, value, source);
    loader
        .report()
        .note(
            "kept as recorded: %s of %s"
                .formatted(name.replaceFirst(" .*", ""), table.replace('_', ' ')));
  }

  /** A text of which there may be very many and very long ones, as a number. */
  private static long fingerprint(String value) {
    return (long) value.hashCode() << Integer.SIZE | value.length();
  }
}
