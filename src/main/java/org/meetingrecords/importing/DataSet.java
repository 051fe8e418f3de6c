package org.meetingrecords.importing;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A data set as a source, and what its records have besides their columns. */
final class DataSet {

  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private final Loader loader;
  private final Stage sources;
  private final Stage links;
  private final Stage recorded;
  private final Stage names;
  private final Stage identifiers;
  private final Set<List<String>> told = new HashSet<>();
  private final Map<List<String>, String> holders = new HashMap<>();
  private String source = "";

  DataSet(Loader loader) {
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
    names =
        loader
            .stage(
                "name",
                Span.names(
                    Stage.RECORD_TABLE,
                    "record_id",
                    "text",
                    "language",
                    "kind",
                    "started*",
                    "ended*"))
            .repeating();
    identifiers =
        loader.stage("identifier", Stage.RECORD_TABLE, "record_id", "scheme", "value").repeating();
  }

  /** What a source says of itself. */
  record About(
      String title,
      String kind,
      String publisher,
      String author,
      String url,
      Span published,
      @Nullable String language,
      String authority,
      String rights,
      String citation) {}

  /** From here on all that is told rests on the source of this slug, which is told of later. */
  void from(String slug) {
    source = slug;
  }

  /** From here on all that is told rests on this source. */
  void from(Place place, String slug, About about) {
    source = slug;
    if (!told.add(List.of("source", slug))) {
      return;
    }
    sources.addAs(
        place,
        slug,
        slug,
        about.title(),
        about.kind(),
        filled(about.publisher()),
        filled(about.author()),
        about.url().matches("[a-z][a-z0-9+.-]*:\\S+") ? about.url() : null,
        "DAY".equals(about.published().precision()) ? about.published().from() : null,
        about.language(),
        about.authority(),
        filled(about.rights()),
        filled(about.citation()));
  }

  String source() {
    return source;
  }

  /** Links a record to the source, at the file where it was read. */
  void link(Place place, String type, String key) {
    links.add(place, type, key, source, place.file());
  }

  /** Keeps what the model has no place for, under the source's own word for it. */
  void recorded(Place place, String type, String key, String name, String value) {
    if (value.isBlank()) {
      return;
    }
    if (told.add(List.of("recorded", type, key, name))) {
      recorded.add(place, type, key, name, value.strip(), source);
    }
    loader
        .report()
        .note("kept as recorded: %s of %s".formatted(name.replaceFirst(" .*", ""), a(type)));
  }

  void name(
      Place place,
      String type,
      String key,
      String text,
      @Nullable String language,
      String kind,
      Span started,
      Span ended) {
    names.add(place, Span.columns(type, key, text, language, kind, started, ended));
  }

  /**
   * What others call the record, by which it is found again beside its key. What another record of
   * these files has already is only kept.
   */
  void identifier(Place place, String type, String key, String scheme, String value) {
    if (scheme.isBlank() || value.isBlank()) {
      return;
    }
    if (holders.putIfAbsent(List.of(type, key), key) == null && key.contains("=")) {
      int sign = key.indexOf('=');
      identifiers.add(place, type, key, key.substring(0, sign), key.substring(sign + 1));
    }
    String holder = holders.putIfAbsent(List.of(type, scheme, value), key);
    if (holder == null || holder.equals(key)) {
      identifiers.add(place, type, key, scheme, value);
    } else {
      loader.report().note("identifiers that another %s has already".formatted(a(type)));
      recorded(place, type, key, scheme, value);
    }
  }

  private static String a(String type) {
    return type.replace('_', ' ');
  }

  static @Nullable String filled(String words) {
    return words.isBlank() ? null : words.strip();
  }

  /** A slug of what words have, else of the words that stand in. */
  static String slug(String words, String otherwise) {
    String slug = RollCalls.slug(States.plainSlug(words));
    return slug.isEmpty() ? otherwise : slug;
  }

  /** A language tag as others write it, in two letters where there are such; else none. */
  static @Nullable String language(String tag) {
    String written = tag.strip();
    if (!written.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      return null;
    }
    int end = written.indexOf('-');
    String primary = (end < 0 ? written : written.substring(0, end)).toLowerCase(Locale.ROOT);
    String rest = end < 0 ? "" : written.substring(end);
    return TWO_LETTERS.getOrDefault(primary, primary) + rest;
  }

  private static Map<String, String> twoLetters() {
    var codes = new HashMap<String, String>();
    for (String two : Locale.getISOLanguages()) {
      codes.put(Locale.of(two).getISO3Language(), two);
    }
    return codes;
  }
}
