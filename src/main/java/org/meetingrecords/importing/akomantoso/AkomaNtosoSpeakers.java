package org.meetingrecords.importing.akomantoso;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;

/** Who speaks in a debate, in which role. */
final class AkomaNtosoSpeakers {

  private static final Pattern IN_BRACKETS = Pattern.compile("\\(([^()]+)\\)");

  /** Who presides, in the words of parliaments; the whole of what is printed. */
  private static final Pattern CHAIR =
      Pattern.compile(
          "((mr|mrs|ms|madam|tuan|puan|hon) )*((deputy|vice|acting|timbalan|temporary)"
              + " ?)*(speaker|chair(man|woman|person)?|(vice ?)?president[ae]?)( accidental)?( (la"
              + " )?sesion)?");

  private static final Map<Pattern, String> CAPACITIES = new LinkedHashMap<>();

  static {
    CAPACITIES.put(CHAIR, "CHAIR");
    CAPACITIES.put(
        Pattern.compile("(pro)?secretari[oa]( (la )?sesion)?|(deputy )?clerk( assistant)?"),
        "SECRETARIAT");
    CAPACITIES.put(Pattern.compile("diputad[oa]|senadora?|member|mp"), "MEMBER");
  }

  private final Loader loader;
  private final DataSet data;
  private final Stage people;
  private final Stage positions;
  private final Stage tenures;
  private final Stage attestations;
  private final Stage speakers;
  private final Map<String, Set<String>> names = new HashMap<>();

  AkomaNtosoSpeakers(Loader loader, DataSet data) {
    this.loader = loader;
    this.data = data;
    people = loader.stage("person", "slug", "name");
    positions = loader.stage("position", "slug", "title", "rank", "organization_id");
    tenures = loader.stage("tenure", "person_id", "position_id").repeating();
    attestations =
        loader
            .stage("attestation", Span.names("tenure_id", "attested*", "label", "source_id"))
            .repeating();
    speakers =
        loader.stage(
            "speaker", "statement_id", "person_id", "position_id", "capacity", "label_as_recorded");
  }

  /** The key of a person that a document names; none where the reference stands for anybody. */
  @Nullable String person(AkomaNtosoMeta meta, String reference, String document, Place place) {
    var found = meta.thing(reference, "TLCPerson").filter(AkomaNtosoMeta.Thing::isNamed);
    if (found.isEmpty()) {
      return null;
    }
    var person = found.get();
    String key =
        AkomaNtoso.SCHEME
            + "="
            + (person.address().isEmpty() ? document + "#" + person.id() : person.address());
    people.addAs(place, key, Words.slug(person.name(), "person"), person.name());
    data.link(place, "person", key);
    var known = names.computeIfAbsent(key, unknown -> new HashSet<>());
    boolean first = known.isEmpty();
    if (known.add(States.plain(person.name())) && !first) {
      alias(place, key, person.name());
    }
    for (String other : person.others()) {
      if (known.add(States.plain(other))) {
        alias(place, key, other);
      }
    }
    return key;
  }

  private void alias(Place place, String person, String name) {
    data.aliases().name(place, "person", person, name, null, "ALIAS", Span.NONE, Span.NONE);
  }

  /** The speaker of a statement, with the office where an organisation is known to have it. */
  void add(
      AkomaNtosoMeta meta,
      XmlElement speech,
      Optional<XmlElement> head,
      String printed,
      String statement,
      String document,
      @Nullable String organization,
      @Nullable LocalDate day) {
    var place = speech.place();
    String by = speech.attribute("by");
    String person = by.isEmpty() ? null : person(meta, by, document, place);
    var role = head.flatMap(found -> found.all("role").stream().findFirst());
    String said = role.map(XmlElement::words).orElseGet(() -> inBrackets(printed));
    String reference =
        speech.attribute("as").isEmpty()
            ? role.map(found -> found.attribute("refersTo")).orElse("")
            : speech.attribute("as");
    var office = meta.thing(reference, "TLCRole");
    String shown = meta.thing(by, "TLCPerson").map(AkomaNtosoMeta.Thing::name).orElse("");
    String label = !printed.isEmpty() ? printed : !shown.isEmpty() ? shown : by;
    loader
        .report()
        .note(
            person != null
                ? "speakers linked to a person"
                : "speakers whose reference stands for nobody, as recorded");
    if (label.isEmpty()) {
      return;
    }
    String position = organization == null ? null : position(office, said, organization, place);
    speakers.add(
        place,
        statement,
        person,
        position,
        capacity(office.map(AkomaNtosoMeta.Thing::name).orElse(""), said, shown),
        Words.filled(label));
    if (person != null && position != null) {
      String tenure = person + "|" + position;
      tenures.addAs(place, tenure, person, position);
      loader.report().note("speakers linked to an office");
      if (day != null) {
        attestations.add(
            place, Span.columns(tenure, Span.day(day, day.toString()), label, data.source()));
      }
    }
  }

  private @Nullable String position(
      Optional<AkomaNtosoMeta.Thing> office, String said, String organization, Place place) {
    if (office.isEmpty()) {
      return null;
    }
    // Some documents show a role by its address.
    boolean shown = office.get().isNamed() && !office.get().name().startsWith("/");
    String title = shown ? office.get().name() : said;
    if (title.isEmpty()) {
      return null;
    }
    String key = Words.slug(organization.replaceFirst(".*/", "") + " " + title, "office");
    positions.addAs(place, key, key, title, "OTHER", organization);
    data.link(place, "position", key);
    return key;
  }

  private static String inBrackets(String printed) {
    var found = IN_BRACKETS.matcher(printed);
    return found.find() ? found.group(1).strip() : "";
  }

  /** What the role, or else the words for the speaker, say of where someone speaks from. */
  private static String capacity(String... words) {
    for (var capacity : CAPACITIES.entrySet()) {
      for (String said : words) {
        if (capacity.getKey().matcher(States.plain(said).replace(" de ", " ")).matches()) {
          return capacity.getValue();
        }
      }
    }
    return "UNKNOWN";
  }
}
