package org.meetingrecords.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The roll calls of the United Nations General Assembly: {@code unga-votes}. */
final class RollCalls implements Format {

  private static final String CALLS = "un_roll_calls.csv";
  private static final String VOTES = "un_votes.csv";
  private static final String ISSUES = "un_roll_call_issues.csv";
  private static final String SOURCE = "unga-votes";
  private static final String RCID = "unga-rcid=";

  /** Before this year the files have no days: all lie in the first week of their month. */
  private static final int FIRST_YEAR_WITH_DAYS = 1997;

  private static final List<String> OPTIONS = List.of("yes", "no", "abstain");

  /** What the votes need to know of a roll call, and what they add up to. */
  private static final class Call {
    private final LocalDate day;
    private final int[] votes = new int[OPTIONS.size()];
    private final BitSet voted = new BitSet();

    private Call(LocalDate day) {
      this.day = day;
    }

    /** Counts the first vote of a voter; the loader rejects any other. */
    private void count(int option, int voter) {
      if (!voted.get(voter)) {
        voted.set(voter);
        votes[option]++;
      }
    }
  }

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

  @Override
  public String name() {
    return "unga-votes";
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String calls = input.named(CALLS);
    String votes = input.named(VOTES);
    String issues = input.named(ISSUES);
    input.expect(List.of(calls, calls, votes, issues));
    loader
        .stage(
            "source",
            "slug",
            "title",
            "kind",
            "publisher",
            "author",
            "url",
            "authority",
            "rights",
            "citation")
        .addAs(
            new Place(votes, 0),
            SOURCE,
            SOURCE,
            "United Nations General Assembly Voting Data",
            "DATASET",
            "Harvard Dataverse",
            "Erik Voeten, Anton Strezhnev, Michael Bailey",
            "https://hdl.handle.net/1902.1/12379",
            "ACADEMIC",
            "CC0 1.0",
            "Erik Voeten, Anton Strezhnev, Michael Bailey, “United Nations General Assembly Voting"
                + " Data”, Harvard Dataverse, hdl:1902.1/12379, as packed by the R package"
                + " unvotes");
    var days = days(input, calls, loader);
    votes(input, votes, days, loader);
    calls(input, calls, days, loader);
    issues(input, issues, days, loader);
  }

  private static Map<String, Call> days(Input input, String file, Loader loader)
      throws IOException {
    var days = new HashMap<String, Call>();
    try (var rows = Csv.open(input, file, "rcid", "date", "session")) {
      while (rows.next()) {
        String fault = null;
        if (!rows.isWhole()) {
          fault = "the row has not as many fields as the header";
        } else if (!rows.get(0).matches("\\d{1,9}")) {
          fault = "rcid is not a number: " + rows.get(0);
        } else if (!rows.get(2).matches("[1-9]\\d{0,2}")) {
          fault = "session is not a number: " + rows.get(2);
        } else if (days.containsKey(rows.get(0))) {
          fault = "roll call %s is there already".formatted(rows.get(0));
        } else {
          try {
            days.put(rows.get(0), new Call(LocalDate.parse(rows.get(1))));
          } catch (DateTimeParseException notADay) {
            fault = "date is not a day as 1997-01-31: " + rows.get(1);
          }
        }
        if (fault != null) {
          loader.reject(rows.place(), fault, rows.raw());
        }
      }
    }
    return days;
  }

  private static void votes(Input input, String file, Map<String, Call> calls, Loader loader)
      throws IOException {
    var stage =
        loader.stage(
            "vote", "decision_id", "actor_id", "option", "name_as_recorded", "code_as_recorded");
    var states = loader.states();
    var report = loader.report();
    var resolved = new LinkedHashMap<String, Long>();
    var voters = new HashMap<String, Integer>();
    try (var rows = Csv.open(input, file, "rcid", "country", "country_code", "vote")) {
      while (rows.next()) {
        if (!rows.isWhole()) {
          loader.reject(rows.place(), "the row has not as many fields as the header", rows.raw());
          continue;
        }
        Call call = calls.get(rows.get(0));
        int option = OPTIONS.indexOf(rows.get(3));
        String name = rows.get(1).strip();
        String code = rows.get(2).strip();
        if (call == null) {
          loader.reject(
              rows.place(), "%s has no roll call %s".formatted(CALLS, rows.get(0)), rows.raw());
          continue;
        }
        if (option < 0) {
          loader.reject(rows.place(), "vote is not yes, no or abstain: " + rows.get(3), rows.raw());
          continue;
        }
        if (name.isEmpty() && code.isEmpty()) {
          loader.reject(rows.place(), "the row names no state", rows.raw());
          continue;
        }
        var state = states.find(code, name, call.day);
        String voter = state.map(States.Found::slug).orElse(name.isEmpty() ? code : name);
        call.count(option, voters.computeIfAbsent(voter, unknown -> voters.size()));
        resolved.merge(
            state.isEmpty()
                ? "votes whose state stays as recorded: " + name
                : switch (state.get().how()) {
                  case CODE -> "votes linked to a state by code and day";
                  case NAME -> "votes linked to a state by name, as there is no code";
                  case NAME_AGAINST_CODE ->
                      "votes linked to a state by name, against the code: %s %s"
                          .formatted(code, name);
                },
            1L,
            Long::sum);
        stage.add(
            rows.place(),
            RCID + rows.get(0),
            state.map(States.Found::slug).orElse(null),
            OPTIONS.get(option).toUpperCase(Locale.ROOT),
            name.isEmpty() ? null : name,
            code.isEmpty() ? null : code);
      }
    }
    resolved.forEach(report::note);
  }

  private static void calls(Input input, String file, Map<String, Call> calls, Loader loader)
      throws IOException {
    var assembly = new GeneralAssembly(loader);
    var decisions =
        loader.stage(
            "decision",
            "slug",
            "meeting_id",
            "title",
            "symbol",
            "decided_from",
            "decided_to",
            "decided_precision",
            "decided_as_recorded",
            "method",
            "result",
            "levels",
            "instrument_id",
            "yes",
            "no",
            "abstain");
    var links =
        loader.stage("source_link", Stage.RECORD_TABLE, "record_id", "source_id", "locator");
    var recorded =
        loader.stage(
            "recorded_field", Stage.RECORD_TABLE, "record_id", "name", "value", "source_id");
    String[] kept = {"unres", "importantvote", "amend", "para", "short", "descr"};
    var resolutions = new LinkedHashMap<String, Resolution>();
    try (var rows =
        Csv.open(
            input,
            file,
            "rcid",
            "date",
            "session",
            "unres",
            "importantvote",
            "amend",
            "para",
            "short",
            "descr")) {
      while (rows.next()) {
        Call call = rows.isWhole() ? calls.get(rows.get(0)) : null;
        if (call == null) {
          continue; // rejected before
        }
        String key = RCID + rows.get(0);
        String unres = rows.get(3).strip();
        String title = rows.get(7).strip();
        String description = rows.get(8).strip();
        var symbol = UnSymbol.of(unres);
        var levels = levels(rows.get(5), rows.get(6));
        boolean whole = levels.isEmpty() || levels.contains("WHOLE");
        String result = result(call, whole && symbol.isPresent(), description);
        boolean exact = call.day.getYear() >= FIRST_YEAR_WITH_DAYS;
        var month = YearMonth.from(call.day);
        decisions.addAs(
            rows.place(),
            key,
            "unga-rcid-" + rows.get(0),
            assembly.session(Integer.parseInt(rows.get(2)), rows.place()),
            first(title, description, unres, "Roll call " + rows.get(0)),
            symbol.map(UnSymbol::symbol).orElse(unres.isEmpty() ? null : unres),
            exact ? call.day : month.atDay(1),
            exact ? call.day : month.atEndOfMonth(),
            exact ? "DAY" : "MONTH",
            rows.get(1),
            "RECORDED_VOTE",
            result,
            levels,
            symbol.map(found -> "un-symbol=" + found.symbol()).orElse(null),
            call.votes[0],
            call.votes[1],
            call.votes[2]);
        links.add(rows.place(), "decision", key, SOURCE, file);
        for (int i = 0; i < kept.length; i++) {
          String value = rows.get(i + 3);
          if (!value.isEmpty()) {
            recorded.add(rows.place(), "decision", key, kept[i], value, SOURCE);
          }
        }
        loader
            .report()
            .note(
                symbol.isPresent()
                    ? "roll calls linked to a resolution or decision"
                    : unres.isEmpty()
                        ? "roll calls without any symbol"
                        : "roll calls whose symbol is none and stays as recorded");
        symbol.ifPresent(
            found -> {
              var resolution =
                  resolutions.computeIfAbsent(
                      found.symbol(), unknown -> new Resolution(rows.place(), found.isDecision()));
              if (whole) {
                resolution.title = first(title, description, found.symbol());
                if (exact && result.equals("ADOPTED")) {
                  resolution.adopted = call.day;
                }
              }
            });
      }
    }
    var instruments = loader.stage("instrument", "slug", "kind", "title", "symbol", "adopted_on");
    resolutions.forEach(
        (symbol, resolution) -> {
          String key = "un-symbol=" + symbol;
          instruments.addAs(
              resolution.place,
              key,
              slug(symbol),
              resolution.decision ? "DECISION" : "RESOLUTION",
              resolution.title == null ? symbol : resolution.title,
              symbol,
              resolution.adopted);
          links.add(resolution.place, "instrument", key, SOURCE, file);
        });
  }

  private static void issues(Input input, String file, Map<String, Call> calls, Loader loader)
      throws IOException {
    var topics = loader.stage("topic", "slug", "scheme", "notation", "name");
    var tags = loader.stage("decision_topic", "decision_id", "topic_id");
    try (var rows = Csv.open(input, file, "rcid", "short_name", "issue")) {
      while (rows.next()) {
        String notation = rows.isWhole() ? rows.get(1).strip() : "";
        if (notation.isEmpty() || rows.get(2).isBlank()) {
          loader.reject(rows.place(), "the row names no issue", rows.raw());
        } else if (!calls.containsKey(rows.get(0))) {
          loader.reject(
              rows.place(), "%s has no roll call %s".formatted(CALLS, rows.get(0)), rows.raw());
        } else {
          String topic = slug(SOURCE + " " + notation);
          topics.addAs(rows.place(), topic, topic, SOURCE, notation, rows.get(2).strip());
          tags.add(rows.place(), RCID + rows.get(0), topic);
        }
      }
    }
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

  /**
   * What can be told from the numbers: no majority rejects, two thirds adopt whatever the rule.
   * Between them a resolution that has its number was adopted; the rest is not known.
   */
  private static String result(Call call, boolean numbered, String description) {
    int yes = call.votes[0];
    int no = call.votes[1];
    if (yes + no == 0) {
      return "UNKNOWN";
    }
    if (yes <= no) {
      return "REJECTED";
    }
    return yes >= 2 * no || numbered || description.contains("adopted by the General Assembly")
        ? "ADOPTED"
        : "UNKNOWN";
  }

  private static String first(String... words) {
    for (String word : words) {
      if (!word.isEmpty()) {
        return word;
      }
    }
    throw new IllegalArgumentException();
  }

  static String slug(String words) {
    return words.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "-").replaceAll("^-|-$", "");
  }
}
