package org.meetingrecords.importing.names;

import java.sql.Connection;
import java.sql.SQLException;
import java.text.Normalizer;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Finds states by code and day, then by any name they have or had. A code of a successor means, on
 * an earlier day, the state that it continued; a name does too.
 */
public final class States {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Pattern OTHER = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Until 25 October 1971 China's seat was the Republic of China's. */
  private static final LocalDate SEAT_OF_CHINA = LocalDate.of(1971, 10, 25);

  private static final int REMEMBERED = 20_000;

  private record State(
      String slug,
      String name,
      boolean state,
      @Nullable LocalDate founded,
      @Nullable LocalDate dissolved) {

    boolean wasOn(LocalDate day) {
      return (founded == null || !day.isBefore(founded))
          && (dissolved == null || day.isBefore(dissolved));
    }
  }

  private record Link(long from, long to, String kind, LocalDate on) {}

  /** Who it is, and how that was found out. */
  public record Found(String slug, String name, How how) {}

  /** By which of its marks a state was found. */
  public enum How {
    CODE,
    NAME,
    /** By name, as the code is unknown or another state's. */
    NAME_AGAINST_CODE
  }

  private final Map<Long, State> states = new HashMap<>();
  private final Map<String, Set<Long>> byCode = new HashMap<>();
  private final Map<String, Set<Long>> byName = new HashMap<>();
  private final List<Link> links = new ArrayList<>();
  private final Map<List<Object>, Optional<Found>> known = new HashMap<>();

  private States() {}

  public static States in(Connection connection) throws SQLException {
    var found = new States();
    try (var statement = connection.createStatement()) {
      try (var rows =
          statement.executeQuery(
              """
              /* States.in */
              select id, slug, name, coalesce(founded_from, founded_to), dissolved_to, short_name, iso2, iso3,
                kind in ('STATE', 'HISTORIC_STATE')
              from actor
              where kind in ('STATE', 'HISTORIC_STATE', 'TERRITORY') or kind = 'SUPRANATIONAL' or slug = 'european-union'
                or kind = 'OTHER'
              """)) {
        while (rows.next()) {
          long id = rows.getLong(1);
          found.states.put(
              id,
              new State(
                  rows.getString(2),
                  rows.getString(3),
                  rows.getBoolean(9),
                  rows.getObject(4, LocalDate.class),
                  rows.getObject(5, LocalDate.class)));
          found.name(id, rows.getString(3));
          found.name(id, rows.getString(6));
          found.code(id, rows.getString(7));
          found.code(id, rows.getString(8));
        }
      }
      try (var rows = statement.executeQuery("/* States.in */ select record_id, text from name")) {
        while (rows.next()) {
          found.name(rows.getLong(1), rows.getString(2));
        }
      }
      try (var rows =
          statement.executeQuery(
              "/* States.in */ select record_id, value from identifier where scheme in ('iso3166-1-alpha3', 'iso3166-3') and record_type = 'ACTOR'")) {
        while (rows.next()) {
          found.code(rows.getLong(1), rows.getString(2));
        }
      }
      try (var rows =
          statement.executeQuery(
              "/* States.in */ select from_id, to_id, kind, \"on\" from succession where \"on\" is not null")) {
        while (rows.next()) {
          found.links.add(
              new Link(
                  rows.getLong(1),
                  rows.getLong(2),
                  rows.getString(3),
                  rows.getObject(4, LocalDate.class)));
        }
      }
    }
    return found;
  }

  private void name(long id, @Nullable String name) {
    if (name != null && states.containsKey(id)) {
      byName.computeIfAbsent(plain(name), unknown -> new LinkedHashSet<>()).add(id);
    }
  }

  private void code(long id, @Nullable String code) {
    if (code != null && states.containsKey(id)) {
      byCode.computeIfAbsent(code, unknown -> new LinkedHashSet<>()).add(id);
    }
  }

  /** A name without what differs between spellings: case, accents, punctuation, small words. */
  public static String plain(String name) {
    String bare = MARKS.matcher(Normalizer.normalize(name, Normalizer.Form.NFKD)).replaceAll("");
    String words =
        " "
            + OTHER.matcher(bare.toLowerCase(Locale.ROOT).replace("&", " and ")).replaceAll(" ")
            + " ";
    return words
        .replace(" st ", " saint ")
        .replace(" rep ", " republic ")
        .replace(" dem ", " democratic ")
        .replace(" the ", " ")
        .replace(" of ", " ")
        .replace(" and ", " ")
        .strip();
  }

  /** The state of a code and name on a day; both may be empty. */
  public Optional<Found> find(String code, String name, LocalDate day) {
    if (known.size() > REMEMBERED) {
      known.clear();
    }
    return known.computeIfAbsent(List.of(code, name, day), unknown -> look(code, name, day));
  }

  private Optional<Found> look(String code, String name, LocalDate day) {
    var coded = chosen(byCode.getOrDefault(code.strip().toUpperCase(Locale.ROOT), Set.of()), day);
    var named = chosen(byName.getOrDefault(plain(name), Set.of()), day);
    if (coded.isEmpty()) {
      boolean shared = named.isPresent() && isRelated(code, named.get());
      return named.map(
          state ->
              new Found(
                  state.slug(),
                  state.name(),
                  code.isBlank() ? How.NAME : shared ? How.CODE : How.NAME_AGAINST_CODE));
    }
    // A name that is no state's says nothing against a state's code.
    if (named.isPresent()
        && !named.equals(coded)
        && !isRelated(code, named.get())
        && (named.get().state() || !coded.get().state())) {
      return named.map(state -> new Found(state.slug(), state.name(), How.NAME_AGAINST_CODE));
    }
    return coded.map(state -> new Found(state.slug(), state.name(), How.CODE));
  }

  /** Whether a name's state has to do with the code's: then the code and its day decide. */
  private boolean isRelated(String code, State named) {
    var near = new HashSet<Long>(byCode.getOrDefault(code, Set.of()));
    for (int step = 0; step < 3; step++) {
      for (Link link : links) {
        if (near.contains(link.from())) {
          near.add(link.to());
        } else if (near.contains(link.to())) {
          near.add(link.from());
        }
      }
    }
    return near.stream().anyMatch(id -> named.equals(states.get(id)));
  }

  private Optional<State> chosen(Set<Long> candidates, LocalDate day) {
    var there = new LinkedHashSet<State>();
    var moved = new LinkedHashSet<State>();
    for (long candidate : candidates) {
      long id = on(candidate, day);
      State state = states.get(id);
      if (state != null) {
        (state.wasOn(day) ? there : moved).add(state);
      }
    }
    // One that existed on the day wins over one that did not; two of a kind leave it open.
    var best = there.isEmpty() ? moved : there;
    return best.size() == 1 ? Optional.of(best.iterator().next()) : Optional.empty();
  }

  /** Who stood in a state's place on a day. */
  private long on(long candidate, LocalDate day) {
    long id = candidate;
    for (int step = 0; step < 5; step++) {
      long next = before(id, day);
      if (next == id) {
        next = after(id, day);
      }
      if (next == id) {
        return id;
      }
      id = next;
    }
    return id;
  }

  private long before(long id, LocalDate day) {
    State own = states.get(id);
    if (own != null && own.slug().equals("taiwan") && day.isBefore(SEAT_OF_CHINA)) {
      return bySlug("republic-of-china", id);
    }
    // Tanganyika's seat went over to the union with Zanzibar.
    if (own != null
        && own.slug().equals("united-republic-of-tanzania")
        && own.founded() != null
        && day.isBefore(own.founded())) {
      return bySlug("tanganyika", id);
    }
    if (own != null
        && own.slug().equals("yemen")
        && own.founded() != null
        && day.isBefore(own.founded())) {
      return bySlug("yemen-arab-republic", id);
    }
    for (Link link : links) {
      State earlier = states.get(link.from());
      if (link.to() == id
          && link.kind().equals("CONTINUATION")
          && day.isBefore(link.on())
          && earlier != null
          && (earlier.founded() == null || !day.isBefore(earlier.founded()))) {
        return link.from();
      }
    }
    return id;
  }

  private long after(long id, LocalDate day) {
    State own = states.get(id);
    if (own == null || own.dissolved() == null || day.isBefore(own.dissolved())) {
      return id;
    }
    var heirs =
        links.stream()
            .filter(link -> link.from() == id && !day.isBefore(link.on()))
            .filter(link -> List.of("CONTINUATION", "SUCCESSION", "MERGER").contains(link.kind()))
            .map(Link::to)
            .distinct()
            .toList();
    return heirs.size() == 1 ? heirs.getFirst() : id;
  }

  private long bySlug(String slug, long otherwise) {
    return states.entrySet().stream()
        .filter(entry -> entry.getValue().slug().equals(slug))
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(otherwise);
  }
}
