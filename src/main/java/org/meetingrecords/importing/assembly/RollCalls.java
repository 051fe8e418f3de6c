package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;

/** The roll calls of the United Nations General Assembly: {@code unga-votes}. */
public final class RollCalls implements Format {

  static final String CALLS = "un_roll_calls.csv";

  private static final String KEY = "unga-votes";
  private static final String VOTES = "un_votes.csv";
  private static final String ISSUES = "un_roll_call_issues.csv";

  private static final DataSet.About ABOUT =
      DataSet.About.published(
          "United Nations General Assembly Voting Data",
          "Harvard Dataverse",
          "Erik Voeten, Anton Strezhnev, Michael Bailey",
          "https://hdl.handle.net/1902.1/12379",
          "ACADEMIC",
          "CC0 1.0",
          "Erik Voeten, Anton Strezhnev, Michael Bailey, “United Nations General Assembly Voting"
              + " Data”, Harvard Dataverse, hdl:1902.1/12379, as packed by the R package"
              + " unvotes");

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String calls = input.named(CALLS);
    String votes = input.named(VOTES);
    String issues = input.named(ISSUES);
    input.expect(List.of(calls, calls, votes, issues));
    var set = new DataSet(loader, KEY, ABOUT, votes);
    var known = calls(input, calls, loader);
    new RollCallVotes(loader, known).read(input, votes);
    new RollCallDecisions(loader, set, known).read(input, calls);
    issues(input, issues, known, set, loader);
  }

  /** The roll calls by their numbers, so that the votes know their days. */
  private static Map<String, RollCall> calls(Input input, String file, Loader loader)
      throws IOException {
    var calls = new HashMap<String, RollCall>();
    try (var rows = Csv.open(input, file, "rcid", "date", "session")) {
      while (rows.next()) {
        String fault = fault(rows, calls);
        if (fault == null) {
          calls.put(rows.get(0), new RollCall(LocalDate.parse(rows.get(1))));
        } else {
          loader.reject(rows.place(), fault, rows.raw());
        }
      }
    }
    return calls;
  }

  private static @Nullable String fault(Csv row, Map<String, RollCall> calls) {
    if (!row.isWhole()) {
      return "the row has not as many fields as the header";
    }
    if (!row.get(0).matches("\\d{1,9}")) {
      return "rcid is not a number: " + row.get(0);
    }
    if (!row.get(2).matches("[1-9]\\d{0,2}")) {
      return "session is not a number: " + row.get(2);
    }
    if (calls.containsKey(row.get(0))) {
      return "roll call %s is there already".formatted(row.get(0));
    }
    try {
      LocalDate.parse(row.get(1));
      return null;
    } catch (DateTimeParseException notADay) {
      return "date is not a day as 1997-01-31: " + row.get(1);
    }
  }

  private static void issues(
      Input input, String file, Map<String, RollCall> calls, DataSet set, Loader loader)
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
          String topic = Words.slug(KEY + " " + notation);
          topics.addAs(rows.place(), topic, topic, KEY, notation, rows.get(2).strip());
          set.linkOnce(rows.place(), "topic", topic);
          tags.add(rows.place(), RollCall.KEY + rows.get(0), topic);
        }
      }
    }
  }
}
