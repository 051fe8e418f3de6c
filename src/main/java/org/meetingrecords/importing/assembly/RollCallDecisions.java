package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Decisions;

/** Puts the roll calls on stage, each a decision, and the resolutions that they were on. */
final class RollCallDecisions {

  private static final String[] KEPT = {
    "unres", "importantvote", "amend", "para", "short", "descr"
  };

  private static final class Resolution {
    private final Place place;
    private final boolean decision;
    private @Nullable String title;
    private @Nullable LocalDate adopted;

    private Resolution(Place place, boolean decision) {
      this.place = place;
      this.decision = decision;
    }
  }

  private final Loader loader;
  private final DataSet set;
  private final Map<String, RollCall> calls;
  private final GeneralAssembly assembly;
  private final Decisions decisions;
  private final Stage instruments;
  private final Map<String, Resolution> resolutions = new LinkedHashMap<>();

  /**
   * @param calls with all votes counted
   */
  RollCallDecisions(Loader loader, DataSet set, Map<String, RollCall> calls) {
    this.loader = loader;
    this.set = set;
    this.calls = calls;
    assembly = new GeneralAssembly(loader, set);
    decisions = new Decisions(loader, set, "symbol", "levels", "instrument_id");
    instruments = loader.stage("instrument", "slug", "kind", "title", "symbol", "adopted_on");
  }

  void read(Input input, String file) throws IOException {
    String[] columns =
        Stream.concat(Stream.of("rcid", "date", "session"), Arrays.stream(KEPT))
            .toArray(String[]::new);
    try (var rows = Csv.open(input, file, columns)) {
      while (rows.next()) {
        RollCall call = rows.isWhole() ? calls.get(rows.get(0)) : null;
        if (call != null) { // else rejected before
          add(rows, call);
        }
      }
    }
    resolutions.forEach(this::add);
  }

  private void add(Csv row, RollCall call) {
    String key = RollCall.KEY + row.get(0);
    String unres = row.get(3).strip();
    String title = row.get(7).strip();
    String description = row.get(8).strip();
    var symbol = UnSymbol.of(unres);
    var levels = levels(row.get(5), row.get(6));
    boolean whole = levels.isEmpty() || levels.contains("WHOLE");
    String result = call.result(whole && symbol.isPresent(), description);
    decisions.add(
        row.place(),
        key,
        "unga-rcid-" + row.get(0),
        new Decisions.Ballot(
            assembly.session(Integer.parseInt(row.get(2)), row.place()),
            first(title, description, unres, "Roll call " + row.get(0)),
            call.decided(row.get(1)),
            "RECORDED_VOTE",
            result),
        call.tally(),
        symbol.map(UnSymbol::symbol).orElse(Words.filled(unres)),
        levels,
        symbol.map(found -> "un-symbol=" + found.symbol()).orElse(null));
    for (int i = 0; i < KEPT.length; i++) {
      set.recorded(row.place(), "decision", key, KEPT[i], row.get(i + 3));
    }
    tell(symbol, unres);
    if (symbol.isPresent()) {
      var resolution =
          resolutions.computeIfAbsent(
              symbol.get().symbol(),
              unknown -> new Resolution(row.place(), symbol.get().isDecision()));
      if (whole) {
        resolution.title = first(title, description, symbol.get().symbol());
        if (call.hasExactDay() && result.equals("ADOPTED")) {
          resolution.adopted = call.day();
        }
      }
    }
  }

  private void tell(Optional<UnSymbol> symbol, String unres) {
    loader
        .report()
        .note(
            symbol.isPresent()
                ? "roll calls linked to a resolution or decision"
                : unres.isEmpty()
                    ? "roll calls without any symbol"
                    : "roll calls whose symbol is none and stays as recorded");
  }

  private void add(String symbol, Resolution resolution) {
    String key = "un-symbol=" + symbol;
    instruments.addAs(
        resolution.place,
        key,
        Words.slug(symbol),
        resolution.decision ? "DECISION" : "RESOLUTION",
        resolution.title == null ? symbol : resolution.title,
        symbol,
        resolution.adopted);
    set.link(resolution.place, "instrument", key);
  }

  /** Part of the text, an amendment, both, the whole; none where the file says neither. */
  private static List<String> levels(String amendment, String paragraph) {
    var levels = new ArrayList<String>();
    if (paragraph.equals("1")) {
      levels.add("PARAGRAPH");
    }
    if (amendment.equals("1")) {
      levels.add("AMENDMENT");
    }
    if (levels.isEmpty() && amendment.equals("0") && paragraph.equals("0")) {
      levels.add("WHOLE");
    }
    return levels;
  }

  private static String first(String... words) {
    for (String word : words) {
      if (!word.isEmpty()) {
        return word;
      }
    }
    throw new IllegalArgumentException();
  }
}
