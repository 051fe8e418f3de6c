package org.meetingrecords.importing.assembly;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.States;

/** Finds which row of the table of speakers and which text are of the same statement. */
final class Pairing {

  private Pairing() {}

  /**
   * Where a name is against the code, another row of the session can have that state by name and
   * code; when a text of the row's code waits for a row, the code was right and not the name.
   */
  static List<SpeakerRow> settled(List<SpeakerRow> rows, List<DebateText> texts, Loader loader) {
    var agreed = new HashSet<String>();
    var coded = new HashMap<String, Integer>();
    for (SpeakerRow row : rows) {
      coded.merge(row.session() + row.code(), 1, Integer::sum);
      row.state()
          .filter(state -> state.how() == States.How.CODE)
          .ifPresent(state -> agreed.add(row.session() + state.slug()));
    }
    var written = new HashSet<String>();
    for (DebateText text : texts) {
      written.add(text.session() + text.code());
    }
    var settled = new ArrayList<SpeakerRow>();
    for (SpeakerRow row : rows) {
      String code = row.session() + row.code();
      boolean mistaken =
          row.state()
              .filter(state -> state.how() == States.How.NAME_AGAINST_CODE)
              .filter(state -> agreed.contains(row.session() + state.slug()))
              .filter(state -> coded.getOrDefault(code, 0) == 1 && written.contains(code))
              .isPresent();
      var sure =
          mistaken
              ? row.with(loader.states().find(row.code(), "", GeneralDebates.debate(row.year())))
              : row;
      settled.add(sure);
      loader.report().note(how(sure, mistaken));
    }
    return settled;
  }

  private static String how(SpeakerRow row, boolean mistaken) {
    String printed = "%s %s".formatted(row.code(), row.country()).strip();
    if (mistaken) {
      return "speakers' states found by code, as a text has it, against the name: " + printed;
    }
    return row.state().isEmpty()
        ? "speakers whose state stays as recorded: " + printed
        : switch (row.state().get().how()) {
          case CODE -> "speakers' states found by code and day";
          case NAME -> "speakers' states found by name, as there is no code: " + printed;
          case NAME_AGAINST_CODE -> "speakers' states found by name, against the code: " + printed;
        };
  }

  /** Rows with their texts; what has no other half is in no pair. */
  static Map<SpeakerRow, DebateText> pairs(List<SpeakerRow> rows, List<DebateText> texts) {
    var free = new HashMap<Integer, List<DebateText>>();
    for (DebateText text : texts) {
      free.computeIfAbsent(text.session(), unknown -> new ArrayList<>()).add(text);
    }
    var pairs = new LinkedHashMap<SpeakerRow, DebateText>();
    for (int turn = 0; turn < 3; turn++) {
      for (SpeakerRow row : rows) {
        if (pairs.containsKey(row)) {
          continue;
        }
        Predicate<DebateText> sameCode =
            text -> text.code().equals(row.code().toUpperCase(Locale.ROOT));
        Predicate<DebateText> sameState =
            text -> row.state().isPresent() && slug(text.state()).equals(slug(row.state()));
        Predicate<DebateText> wanted =
            switch (turn) {
              case 0 -> sameCode.and(sameState);
              case 1 -> sameState;
              default -> sameCode.and(text -> row.state().isEmpty() || text.state().isEmpty());
            };
        var candidates = free.getOrDefault(row.session(), List.of());
        candidates.stream()
            .filter(wanted)
            .findFirst()
            .ifPresent(
                text -> {
                  pairs.put(row, text);
                  candidates.remove(text);
                });
      }
    }
    return pairs;
  }

  private static Optional<String> slug(Optional<States.Found> state) {
    return state.map(States.Found::slug);
  }
}
