package org.meetingrecords.importing.akomantoso;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;

/** What a debate's cover and description say of the meeting, and of whose it is. */
final class AkomaNtosoMeetings {

  /**
   * What the pages before a debate say.
   *
   * @param organization the key of the parliament
   */
  record Cover(String title, Span day, @Nullable Integer number, @Nullable String organization) {
    static final Cover NONE = new Cover("", Span.NONE, null, null);

    /** The day that a heading tells, where nothing before it told one. */
    Cover orOn(String heading) {
      return day.isKnown()
          ? this
          : MonthNames.day(heading)
              .map(found -> new Cover(title, Span.day(found, heading), number, organization))
              .orElse(this);
    }
  }

  private final Loader loader;
  private final DataSet data;
  private final Stage meetings;
  private final Stage forums;
  private final Stage actors;

  AkomaNtosoMeetings(Loader loader, DataSet data) {
    this.loader = loader;
    this.data = data;
    meetings =
        loader.stage(
            "meeting",
            Span.names("slug", "title", "forum_id", "ordinal", "held*", "status", "country_id"));
    forums = loader.stage("forum", "slug", "name", "kind");
    actors = loader.stage("actor", "slug", "name", "kind");
  }

  Cover cover(AkomaNtosoMeta meta, List<XmlElement> pages, Place place) {
    String title =
        words(pages, "docTitle")
            .or(
                () ->
                    words(pages, "session")
                        .map(
                            session ->
                                words(pages, "legislature").map(term -> term + ", ").orElse("")
                                    + session))
            .orElse("");
    var day =
        Stream.of("docDate", "date")
            .flatMap(name -> all(pages, name))
            .map(date -> Span.of(date.attribute("date")))
            .filter(Span::isKnown)
            .findFirst()
            .orElse(meta.day());
    Integer number =
        all(pages, "session")
            .flatMap(session -> session.all("quantity").stream())
            .map(XmlElement::words)
            .filter(words -> words.matches("[1-9]\\d{0,8}"))
            .map(Integer::valueOf)
            .findFirst()
            .orElse(null);
    return new Cover(title, day, number, organization(meta, pages, place).orElse(null));
  }

  /** The parliament that the cover names, else the author, where that is an organisation. */
  private Optional<String> organization(AkomaNtosoMeta meta, List<XmlElement> pages, Place place) {
    return Stream.concat(
            all(pages, "organization").map(found -> found.attribute("refersTo")),
            Stream.of(meta.author()))
        .flatMap(reference -> meta.thing(reference, "TLCOrganization").stream())
        .filter(found -> !found.address().isEmpty() && !found.name().isEmpty())
        .findFirst()
        .map(
            found -> {
              String key = AkomaNtoso.SCHEME + "=" + found.address();
              String slug = Words.slug(found.name(), "parliament");
              actors.addAs(place, key, slug, found.name(), "GOVERNMENT_BODY");
              forums.addAs(place, key, slug, found.name(), "PARLIAMENT");
              data.link(place, "actor", key);
              data.link(place, "forum", key);
              return key;
            });
  }

  void add(
      AkomaNtosoMeta meta,
      Cover cover,
      List<XmlElement> pages,
      String meeting,
      String slug,
      String heading,
      String file,
      Place place,
      @Nullable String language) {
    String title =
        Stream.of(cover.title(), heading, meta.uri(), file)
            .filter(words -> !words.isEmpty())
            .findFirst()
            .orElse(file);
    var country =
        loader
            .states()
            .find(
                meta.country(),
                "",
                cover.day().from() == null ? LocalDate.EPOCH : cover.day().from());
    meetings.addAs(
        place,
        meeting,
        Span.columns(
            slug,
            title,
            cover.organization(),
            cover.number(),
            cover.day(),
            "HELD",
            country.map(States.Found::slug).orElse(null)));
    data.from(
        place,
        data.source(),
        new DataSet.About(
            title,
            "OFFICIAL_RECORD",
            meta.publisher(),
            "",
            "",
            meta.published(),
            language,
            "OFFICIAL_RECORD",
            "",
            Stream.of(title, meta.publisher(), meta.uri())
                .filter(words -> !words.isEmpty())
                .reduce((one, next) -> one + ", " + next)
                .orElse(file)));
    data.link(place, "meeting", meeting);
    if (country.isEmpty() && !meta.country().isEmpty()) {
      data.recorded(place, "meeting", meeting, "FRBRcountry", meta.country());
    }
    for (XmlElement page : pages) {
      data.recorded(place, "meeting", meeting, page.name(), page.words());
    }
  }

  private static Stream<XmlElement> all(List<XmlElement> pages, String name) {
    return pages.stream().flatMap(page -> page.all(name).stream());
  }

  private static Optional<String> words(List<XmlElement> pages, String name) {
    return all(pages, name).map(XmlElement::words).filter(words -> !words.isEmpty()).findFirst();
  }
}
