package org.meetingrecords.importing.council;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.names.Organisations;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;

/** Who is meant by the column {@code country}, which holds organisations and people as well. */
final class CouncilParticipants {

  static final String UNITED_NATIONS = "united-nations";

  private static final String SCHEME = CouncilDebates.KEY + "-participant";
  private static final String COUNCIL = "un-security-council";

  private static final Set<String> LANDS = Set.of("STATE", "HISTORIC_STATE", "TERRITORY");

  /** The state's name after that of the speaker, as in "Mr. Michon (France)". */
  private static final Pattern PRINTED_STATE = Pattern.compile("\\(([^()]+)\\)");

  enum Sort {
    STATE,
    ORGANISATION,
    UNITED_NATIONS,
    /** Invited for what they know: institutes, societies, associations. */
    GUEST,
    PERSON,
    UNKNOWN
  }

  /** The actor as others may point at it; null for a person alone and for what is not resolved. */
  record Participant(Sort sort, @Nullable String actor, String capacity) {}

  private record Term(String member, LocalDate from, @Nullable LocalDate to) {}

  private final Loader loader;
  private final DataSet set;
  private final States states;
  private final Organisations organisations;
  private final Stage actors;
  private final List<Term> terms = new ArrayList<>();
  private final Set<String> observers = new HashSet<>();
  private final Map<String, String> presiding = new HashMap<>();
  private final Set<String> membersAsTold = new HashSet<>();

  CouncilParticipants(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    states = loader.states();
    organisations = loader.organisations(SCHEME);
    actors = loader.stage("actor", "slug", "name", "kind");
    try (var statement = loader.connection().createStatement();
        var rows =
            statement.executeQuery(
                """
                /* CouncilParticipants.new */
                select groups.slug, members.slug, membership.started_from, membership.ended_to, membership.role
                from membership join actor groups on groups.id = group_id
                join actor members on members.id = member_id
                where groups.slug in ('un-security-council', 'united-nations')
                """)) {
      while (rows.next()) {
        if (rows.getString(1).equals(COUNCIL)) {
          LocalDate from = rows.getObject(3, LocalDate.class);
          terms.add(
              new Term(
                  rows.getString(2),
                  from == null ? LocalDate.MIN : from,
                  rows.getObject(4, LocalDate.class)));
        } else if (rows.getString(5).equals("OBSERVER")) {
          observers.add(rows.getString(2));
        }
      }
    } catch (SQLException fault) {
      throw new Stopped(fault);
    }
  }

  /** Learns from the rows who presided and who spoke as a member of the Council. */
  void learn(List<CouncilRow> rows) {
    for (CouncilRow row : rows) {
      Optional<String> state = state(row);
      if (state.isPresent()) {
        if (row.type().equals(CouncilRow.PRESIDENT)) {
          presiding.putIfAbsent(row.document().partSymbol(), state.get());
        }
        if (!row.type().equals("Guest")) {
          membersAsTold.add(row.document().symbol() + " " + state.get());
        }
      }
    }
  }

  private Optional<String> state(CouncilRow row) {
    return states
        .find("", row.country(), row.day())
        .map(States.Found::slug)
        .filter(slug -> organisations.kind(slug).isPresent());
  }

  Participant of(CouncilRow row) {
    String name = row.country();
    var state = state(row);
    if (state.isEmpty() && row.type().equals(CouncilRow.PRESIDENT)) {
      state = Optional.ofNullable(presiding.get(row.document().partSymbol()));
      note(row, "found as the one who presided at the meeting");
    } else if (state.isEmpty() && organisations.find(name).isEmpty()) {
      state = printed(row);
      if (state.isPresent()) {
        note(row, "found by the state in the printed name");
      }
    }
    if (state.isPresent()) {
      String slug = state.get();
      boolean land = organisations.kind(slug).filter(LANDS::contains).isPresent();
      return new Participant(land ? Sort.STATE : Sort.ORGANISATION, slug, capacity(slug, row));
    }
    var organisation = organisations.find(name);
    if (organisation.isPresent()) {
      return organisation.get().equals(UNITED_NATIONS)
          ? new Participant(Sort.UNITED_NATIONS, UNITED_NATIONS, "SECRETARIAT")
          : new Participant(Sort.ORGANISATION, organisation.get(), "OBSERVER_IGO");
    }
    if (name.equals("Individual")) {
      return new Participant(Sort.PERSON, null, "INVITED_GUEST");
    }
    if (name.isEmpty() || name.startsWith("spoke in ")) {
      note(row, "unresolved, stays as recorded");
      return new Participant(Sort.UNKNOWN, null, "UNKNOWN");
    }
    return made(row);
  }

  /** An actor that the reference data do not have. */
  private Participant made(CouncilRow row) {
    String name = row.country();
    boolean group = name.matches("(?i)(the )?group of .*|.* (states|countries)");
    String key = SCHEME + "=" + States.plain(name);
    if (set.linkOnce(row.place(), "actor", key)) {
      actors.addAs(row.place(), key, Words.slug(name), name, group ? "BLOC" : "OTHER");
    }
    note(row, "new as an actor, since no state or organisation has this name");
    return group
        ? new Participant(Sort.ORGANISATION, key, "OTHER")
        : new Participant(Sort.GUEST, key, "INVITED_GUEST");
  }

  private Optional<String> printed(CouncilRow row) {
    String attribution = row.words().attribution();
    if (attribution != null) {
      var names = PRINTED_STATE.matcher(attribution);
      while (names.find()) {
        var state = states.find("", names.group(1), row.day());
        if (state.isPresent()) {
          return state.map(States.Found::slug);
        }
      }
    }
    return Optional.empty();
  }

  private String capacity(String actor, CouncilRow row) {
    if (isMember(actor, row.day())
        || membersAsTold.contains(row.document().symbol() + " " + actor)) {
      return "MEMBER";
    }
    String kind = organisations.kind(actor).orElse("");
    if (kind.equals("SUPRANATIONAL")) {
      return "OBSERVER_IGO";
    }
    if (observers.contains(actor)) {
      return "OBSERVER_STATE";
    }
    return kind.equals("STATE") || kind.equals("HISTORIC_STATE")
        ? "NON_MEMBER_STATE"
        : "INVITED_GUEST";
  }

  private boolean isMember(String actor, LocalDate day) {
    return terms.stream()
        .anyMatch(
            term ->
                term.member().equals(actor)
                    && !day.isBefore(term.from())
                    && (term.to() == null || !day.isAfter(term.to())));
  }

  private void note(CouncilRow row, String how) {
    loader.report().note("country column %s: %s".formatted(how, row.country()));
  }

  /** The slug of a state or organisation that a speech names. */
  Optional<String> named(String name, LocalDate day) {
    return states.find("", name, day).map(States.Found::slug).or(() -> organisations.find(name));
  }
}
