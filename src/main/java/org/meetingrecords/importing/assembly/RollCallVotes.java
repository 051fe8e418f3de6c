package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;

/** Puts the votes on stage, each with the state that cast it, and counts them. */
final class RollCallVotes {

  private final Loader loader;
  private final Map<String, RollCall> calls;
  private final Stage votes;
  private final Map<String, Integer> voters = new HashMap<>();
  private final Map<String, Long> resolved = new LinkedHashMap<>();

  RollCallVotes(Loader loader, Map<String, RollCall> calls) {
    this.loader = loader;
    this.calls = calls;
    votes =
        loader.stage(
            "vote", "decision_id", "actor_id", "option", "name_as_recorded", "code_as_recorded");
  }

  void read(Input input, String file) throws IOException {
    try (var rows = Csv.open(input, file, "rcid", "country", "country_code", "vote")) {
      while (rows.next()) {
        String fault = fault(rows);
        if (fault == null) {
          add(rows);
        } else {
          loader.reject(rows.place(), fault, rows.raw());
        }
      }
    }
    resolved.forEach(loader.report()::note);
  }

  private @Nullable String fault(Csv row) {
    if (!row.isWhole()) {
      return "the row has not as many fields as the header";
    }
    if (!calls.containsKey(row.get(0))) {
      return "%s has no roll call %s".formatted(RollCalls.CALLS, row.get(0));
    }
    if (!RollCall.isOption(row.get(3))) {
      return "vote is not yes, no or abstain: " + row.get(3);
    }
    return row.get(1).isBlank() && row.get(2).isBlank() ? "the row names no state" : null;
  }

  private void add(Csv row) {
    RollCall call = calls.get(row.get(0));
    if (call == null) {
      return;
    }
    String name = row.get(1).strip();
    String code = row.get(2).strip();
    String option = row.get(3);
    var state = loader.states().find(code, name, call.day());
    String voter = state.map(States.Found::slug).orElse(name.isEmpty() ? code : name);
    call.count(option, voters.computeIfAbsent(voter, unknown -> voters.size()));
    resolved.merge(
        state.isEmpty()
            ? "votes whose state stays as recorded: " + name
            : switch (state.get().how()) {
              case CODE -> "votes linked to a state by code and day";
              case NAME -> "votes linked to a state by name, as there is no code";
              case NAME_AGAINST_CODE ->
                  "votes linked to a state by name, against the code: %s %s".formatted(code, name);
            },
        1L,
        Long::sum);
    votes.add(
        row.place(),
        RollCall.KEY + row.get(0),
        state.map(States.Found::slug).orElse(null),
        option.toUpperCase(Locale.ROOT),
        Words.filled(name),
        Words.filled(code));
  }
}
