package org.meetingrecords.importing.parlamint;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.GroupMemberships;
import org.meetingrecords.importing.staging.Span;

/**
 * Parliaments, governments, parties and their groups, and what the lists say of their relations.
 */
final class ParlamintOrganizations {

  private static final String PARLIAMENT = "parliament";

  private static final Map<String, String> KINDS =
      Map.of(
          PARLIAMENT,
          "GOVERNMENT_BODY",
          "government",
          "GOVERNMENT_BODY",
          "ministry",
          "GOVERNMENT_BODY",
          "politicalParty",
          "POLITICAL_PARTY",
          "parliamentaryGroup",
          "PARLIAMENTARY_GROUP",
          "coalition",
          "COALITION",
          "internationalOrganization",
          "IGO");

  private static final Map<String, String> SUCCESSIONS =
      Map.of("renaming", "RENAMING", "successor", "SUCCESSION");

  private final Loader loader;
  private final ParlamintCorpus corpus;
  private final DataSet data;
  private final Stage actors;
  private final Stage forums;
  private final Stage successions;
  private final GroupMemberships memberships;
  private final Map<String, String> roles = new HashMap<>();
  private final Map<String, String> parliamentOf = new HashMap<>();
  private final List<XmlElement> relations = new ArrayList<>();

  ParlamintOrganizations(Loader loader, ParlamintCorpus corpus) {
    this.loader = loader;
    this.corpus = corpus;
    data = corpus.data();
    actors =
        loader.stage(
            "actor", Span.names("slug", "name", "short_name", "kind", "founded*", "dissolved*"));
    forums = loader.stage("forum", "slug", "name", "kind");
    successions = loader.stage("succession", "from_id", "to_id", "kind", "on").repeating();
    memberships = new GroupMemberships(loader);
  }

  boolean has(String id) {
    return roles.containsKey(id);
  }

  /** What an organisation is to its country, in the words of the corpus; empty for none. */
  String role(String id) {
    return roles.getOrDefault(id, "");
  }

  /** The parliament of which this is the id, or the id of one of its terms. */
  Optional<String> parliament(List<String> ids) {
    return ids.stream().flatMap(id -> Stream.ofNullable(parliamentOf.get(id))).findFirst();
  }

  /** The parliament, where the corpus has one only. */
  Optional<String> parliament() {
    var all = Set.copyOf(parliamentOf.values());
    return all.size() == 1 ? all.stream().findFirst() : Optional.empty();
  }

  void read(Input input, String file) throws IOException {
    new ParlamintList(input, file, loader)
        .read(
            Set.of("org", "relation"),
            entry -> {
              if (entry.name().equals("org")) {
                add(entry);
              } else {
                relations.add(entry);
              }
            });
  }

  private void add(XmlElement org) {
    var place = org.place();
    String id = org.attribute("id");
    if (id.isEmpty()) {
      loader.reject(place, "the organisation has no xml:id", org.words());
      return;
    }
    if (roles.containsKey(id)) {
      loader.report().note("organisations that are there again; the first entry counts");
      return;
    }
    String role = org.attribute("role");
    roles.put(id, role);
    String key = corpus.key(id);
    var names = org.children("orgName");
    var whole = names.stream().filter(name -> name.attribute("full").equals("yes")).toList();
    String name =
        (whole.isEmpty() ? names : whole)
            .stream().map(XmlElement::words).filter(word -> !word.isEmpty()).findFirst().orElse(id);
    String shorter =
        names.stream()
            .filter(one -> !whole.contains(one))
            .map(XmlElement::words)
            .findFirst()
            .orElse("");
    var existence = org.find("event");
    var founded = existence.map(event -> Span.of(event.attribute("from"))).orElse(Span.NONE);
    var dissolved = existence.map(event -> Span.of(event.attribute("to"))).orElse(Span.NONE);
    if (!founded.canEndIn(dissolved)) {
      data.recorded(place, "actor", key, "event to", existence.get().attribute("to"));
      dissolved = Span.NONE;
    }
    actors.addAs(
        place,
        key,
        Span.columns(
            corpus.slug(id),
            name,
            Words.filled(shorter),
            KINDS.getOrDefault(role, "OTHER"),
            founded,
            dissolved));
    data.link(place, "actor", key);
    if (!KINDS.containsKey(role)) {
      data.recorded(place, "actor", key, "role", role);
    }
    for (XmlElement other : whole) {
      name(place, "actor", key, other);
    }
    for (XmlElement number : org.children("idno")) {
      data.aliases().identifier(place, "actor", key, scheme(number), number.words());
    }
    if (role.equals(PARLIAMENT)) {
      forums.addAs(place, key, corpus.slug(id), name, "PARLIAMENT");
      data.link(place, "forum", key);
      for (XmlElement other : whole) {
        name(place, "forum", key, other);
      }
      parliamentOf.put(id, id);
    }
    for (XmlElement term : org.find("listEvent").map(XmlElement::children).orElse(List.of())) {
      if (term.name().equals("event")) {
        data.recorded(
            place,
            "actor",
            key,
            "term " + term.attribute("id"),
            ParlamintCorpus.inEnglish(term.children("label")).map(XmlElement::words).orElse("")
                + ", "
                + period(term).strip());
        if (role.equals(PARLIAMENT)) {
          parliamentOf.put(term.attribute("id"), id);
        }
      }
    }
  }

  private void name(Place place, String type, String key, XmlElement name) {
    data.aliases()
        .name(
            place,
            type,
            key,
            name.words(),
            Words.language(name.attribute("lang")),
            "OFFICIAL",
            Span.of(name.attribute("from")),
            Span.of(name.attribute("to")));
  }

  /** By which numbers of whom: the subtype says it, or the type alone. */
  static String scheme(XmlElement number) {
    String scheme = number.attribute("subtype");
    return scheme.isEmpty() ? number.attribute("type") : scheme;
  }

  static String period(XmlElement dated) {
    String when = dated.attribute("when");
    return when.isEmpty() ? dated.attribute("from") + " – " + dated.attribute("to") : when;
  }

  /** Takes what the lists say of relations, once all organisations are known. */
  void relate() {
    for (XmlElement relation : relations) {
      var active = relation.references("active");
      var passive = relation.references("passive");
      String name = relation.attribute("name");
      for (String one : active) {
        for (String other : passive) {
          relate(relation, name, one, other);
        }
      }
      if (active.isEmpty() || passive.isEmpty()) {
        for (String one : relation.references("mutual")) {
          keep(relation, name, one, relation.attribute("mutual"));
        }
      }
    }
  }

  private void relate(XmlElement relation, String name, String active, String passive) {
    var started = Span.of(first(relation.attribute("from"), relation.attribute("when")));
    var ended = Span.of(relation.attribute("to"));
    boolean both = has(active) && has(passive) && !active.equals(passive);
    if (both && SUCCESSIONS.containsKey(name)) {
      successions.add(
          relation.place(),
          corpus.key(passive),
          corpus.key(active),
          SUCCESSIONS.get(name),
          "DAY".equals(started.precision()) ? started.from() : null);
      loader.report().note("relations taken as successions");
      if (!"DAY".equals(started.precision())) {
        keep(relation, name, active, passive);
      }
    } else if (both
        && name.equals("representing")
        && memberships.add(
            relation.place(), corpus.key(active), corpus.key(passive), started, ended)) {
      loader.report().note("relations taken as memberships");
    } else {
      keep(relation, name, has(active) ? active : passive, has(active) ? passive : active);
    }
  }

  private void keep(XmlElement relation, String name, String active, String passive) {
    if (!has(active)) {
      loader.report().note("relations between organisations that no list has");
      return;
    }
    data.recorded(
        relation.place(),
        "actor",
        corpus.key(active),
        "relation %s %s %s".formatted(name, passive, period(relation)),
        relation.attributes().entrySet().stream()
            .map(entry -> entry.getKey() + "=" + entry.getValue())
            .reduce((one, next) -> one + ", " + next)
            .orElse(name));
  }

  private static String first(String one, String other) {
    return one.isEmpty() ? other : one;
  }
}
