package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;

/** People and their dated affiliations, each a tenure of a position in an organisation. */
final class ParlamintPeople {

  private static final Set<String> PRIVATE =
      Set.of("sex", "birth", "death", "figure", "education", "occupation", "age", "residence");
  private static final Set<String> NAMES =
      Set.of("forename", "nameLink", "surname", "addName", "genName");

  /** What a person was where and when, and by which keys that is staged. */
  record Affiliation(
      String role, String organization, Span started, Span ended, String position, String tenure) {

    boolean isOn(LocalDate day) {
      return started.covers(ended, day);
    }
  }

  private final Loader loader;
  private final ParlamintCorpus corpus;
  private final ParlamintOrganizations organizations;
  private final DataSet data;
  private final Stage people;
  private final Stage positions;
  private final Stage tenures;
  private final Stage tenureSources;
  private final Map<String, List<Affiliation>> affiliations = new HashMap<>();

  ParlamintPeople(Loader loader, ParlamintCorpus corpus, ParlamintOrganizations organizations) {
    this.loader = loader;
    this.corpus = corpus;
    this.organizations = organizations;
    data = corpus.data();
    people = loader.stage("person", "slug", "name");
    positions = loader.stage("position", "slug", "title", "rank", "organization_id");
    tenures =
        loader
            .stage("tenure", Span.names("person_id", "position_id", "started*", "ended*"))
            .repeating();
    tenureSources = loader.stage("tenure_source", "tenure_id", "source_id", "locator").repeating();
  }

  boolean isEmpty() {
    return affiliations.isEmpty();
  }

  boolean has(String id) {
    return affiliations.containsKey(id);
  }

  void read(Input input, String file) throws IOException {
    new ParlamintList(input, file, loader).read(Set.of("person"), this::add);
  }

  private void add(XmlElement person) {
    var place = person.place();
    String id = person.attribute("id");
    var names = person.children("persName");
    if (id.isEmpty() || names.isEmpty()) {
      loader.reject(place, "the person has no xml:id or no name", person.words());
      return;
    }
    if (affiliations.containsKey(id)) {
      loader.reject(place, "this person is there already: " + id, person.words());
      return;
    }
    affiliations.put(id, new ArrayList<>());
    String key = corpus.key(id);
    String name = name(names.getFirst());
    people.addAs(place, key, Words.slug(name, "person"), name);
    data.link(place, "person", key);
    for (XmlElement other : names.subList(1, names.size())) {
      var ended = Span.of(other.attribute("to"));
      data.aliases()
          .name(
              place,
              "person",
              key,
              name(other),
              Words.language(other.attribute("lang")),
              ended.isKnown() ? "FORMER" : "ALIAS",
              Span.of(other.attribute("from")),
              ended);
    }
    for (XmlElement part : person.children()) {
      switch (part.name()) {
        case "persName" -> {}
        case "affiliation" -> affiliation(part, id);
        case "idno" ->
            data.aliases()
                .identifier(
                    place, "person", key, ParlamintOrganizations.scheme(part), part.words());
        default -> {
          if (PRIVATE.contains(part.name())) {
            loader.report().note("left out on purpose: %s of people".formatted(part.name()));
          } else {
            data.recorded(place, "person", key, part.name(), part.words());
          }
        }
      }
    }
  }

  /** A name as one speaks it, the forename first. */
  private static String name(XmlElement written) {
    var parts =
        written.children().stream()
            .filter(part -> NAMES.contains(part.name()))
            .sorted(
                Comparator.comparing(
                    part ->
                        switch (part.name()) {
                          case "forename" -> 0;
                          case "nameLink" -> 1;
                          default -> 2;
                        }))
            .map(XmlElement::words)
            .toList();
    return parts.isEmpty() ? written.words() : String.join(" ", parts);
  }

  private void affiliation(XmlElement affiliation, String person) {
    var place = affiliation.place();
    String organization = affiliation.reference("ref");
    String role = affiliation.attribute("role");
    var started = Span.of(affiliation.attribute("from"));
    var ended = Span.of(affiliation.attribute("to"));
    if (!organizations.has(organization) || role.isEmpty() || !started.canEndIn(ended)) {
      loader
          .report()
          .note(
              organizations.has(organization)
                  ? "affiliations without a role, or that end before they start"
                  : "affiliations with an organisation that no list has");
      data.recorded(
          place,
          "person",
          corpus.key(person),
          "affiliation %s %s %s"
              .formatted(role, organization, ParlamintOrganizations.period(affiliation)),
          affiliation.attributes().toString());
      return;
    }
    String title =
        ParlamintCorpus.inEnglish(affiliation.children("roleName"))
            .map(XmlElement::words)
            .filter(words -> !words.isEmpty())
            .orElse(title(role));
    String position = corpus.slug(organization + " " + title);
    positions.addAs(
        place,
        position,
        position,
        title,
        rank(role, organizations.role(organization)),
        corpus.key(organization));
    data.link(place, "position", position);
    String tenure =
        String.join(
            "|", person, position, affiliation.attribute("from"), affiliation.attribute("to"));
    tenures.addAs(place, tenure, Span.columns(corpus.key(person), position, started, ended));
    tenureSources.add(place, tenure, data.source(), place.file());
    affiliations
        .computeIfAbsent(person, unknown -> new ArrayList<>())
        .add(new Affiliation(role, organization, started, ended, position, tenure));
    loader.report().note("affiliations taken as tenures");
  }

  /** {@code deputyHead} in words. */
  private static String title(String role) {
    String words = role.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2");
    return words.substring(0, 1).toUpperCase(Locale.ROOT)
        + words.substring(1).toLowerCase(Locale.ROOT);
  }

  private static String rank(String role, String of) {
    return switch (of + " " + role) {
      case "parliament member", "parliament MP", "parliament replacement" -> "MEMBER_OF_PARLIAMENT";
      case "government head", "government primeMinister" -> "HEAD_OF_GOVERNMENT";
      case "government deputyHead" -> "DEPUTY_HEAD_OF_GOVERNMENT";
      case "government minister", "ministry minister", "ministry head" -> "MINISTER";
      case "government deputyMinister", "ministry deputyMinister" -> "VICE_MINISTER";
      default -> "OTHER";
    };
  }

  /** The office in which someone speaks: in the chair, else in government, else as a member. */
  Optional<Affiliation> office(String person, LocalDate day, boolean presides) {
    var held = affiliations.getOrDefault(person, List.of());
    return held.stream()
        .filter(one -> one.isOn(day) && weight(one, presides) > 0)
        .max(Comparator.comparing(one -> weight(one, presides)));
  }

  private int weight(Affiliation held, boolean presides) {
    String role = held.role();
    return switch (organizations.role(held.organization())) {
      case "parliament" ->
          switch (role) {
            case "head" -> presides ? 9 : 0;
            case "deputyHead" -> presides ? 8 : 0;
            case "secretary" -> presides ? 7 : 0;
            case "member", "MP" -> 2;
            case "replacement" -> 1;
            default -> 0;
          };
      case "government", "ministry" ->
          presides
              ? 0
              : switch (role) {
                case "head" -> 9;
                case "deputyHead" -> 8;
                case "minister" -> 7;
                default -> 0;
              };
      default -> 0;
    };
  }

  /** The group in parliament, else the party, where the lists have just one for the day. */
  Optional<String> group(String person, LocalDate day) {
    for (String kind : List.of("parliamentaryGroup", "politicalParty")) {
      var groups =
          affiliations.getOrDefault(person, List.of()).stream()
              .filter(one -> organizations.role(one.organization()).equals(kind) && one.isOn(day))
              .map(Affiliation::organization)
              .distinct()
              .toList();
      if (groups.size() == 1) {
        return Optional.of(groups.getFirst());
      }
    }
    return Optional.empty();
  }
}
