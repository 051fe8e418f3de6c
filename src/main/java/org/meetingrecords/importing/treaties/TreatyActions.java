package org.meetingrecords.importing.treaties;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Organisations;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.staging.DataSet;

/** Puts on stage what participants did towards treaties. */
final class TreatyActions {

  private static final String PARTICIPANT = "Participant";
  private static final Pattern CELL =
      Pattern.compile("(\\d{1,2} [A-Z][a-z]{2} \\d{4})(?:\\s+(\\S{1,2}))?");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMM uuuu", Locale.ENGLISH);

  private final Loader loader;
  private final DataSet set;
  private final Organisations organisations;
  private final Stage actions;
  private final Stage sources;

  TreatyActions(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    organisations = loader.organisations(TreatyStatus.KEY);
    actions =
        loader
            .stage(
                "treaty_action",
                "instrument_id",
                "actor_id",
                "participant_as_recorded",
                "action",
                "action_as_recorded",
                "date",
                "text",
                "objects_to_id")
            .counting();
    sources =
        loader
            .stage("treaty_action_source", "treaty_action_id", "source_id", "locator")
            .repeating();
  }

  /** One table: a participant a row, an act or several a column. */
  void table(Input input, String file, String treaty) throws IOException {
    try (var rows = Csv.open(input, file, PARTICIPANT)) {
      var titles = rows.fields();
      List<Optional<TreatyColumn>> columns = titles.stream().map(TreatyColumn::of).toList();
      set.link(rows.place(), "instrument", treaty, file);
      while (rows.next()) {
        if (!rows.isWhole()) {
          loader.reject(rows.place(), "the row has not as many fields as the header", rows.raw());
        } else if (rows.get(0).isBlank()) {
          loader.reject(rows.place(), "Participant is empty", rows.raw());
        } else {
          row(rows, titles, columns, treaty);
        }
      }
    }
  }

  private void row(
      Csv row, List<String> titles, List<Optional<TreatyColumn>> columns, String treaty) {
    var beside = new ArrayList<String>();
    LocalDate first = null;
    boolean acted = false;
    for (int i = 0; i < titles.size(); i++) {
      String title = titles.get(i);
      String cell = row.fields().get(i).strip();
      if (cell.isEmpty() || title.equals(PARTICIPANT)) {
        continue;
      }
      var parts = CELL.matcher(cell);
      LocalDate day = parts.matches() ? day(parts.group(1)) : null;
      var column = columns.get(i);
      if (column.isEmpty()) {
        beside.add(title + ": " + cell);
        first = first == null ? day : first;
      } else if (day == null) {
        loader.reject(
            row.place(), "%s is not a day as 4 Feb 1985 a: %s".formatted(title, cell), row.raw());
        return;
      } else {
        String mark = parts.group(2) == null ? "" : parts.group(2);
        var act = column.get().act(mark);
        if (act.kind().equals("OTHER")) {
          loader.report().note("acts that stay as recorded: " + act.title());
        }
        add(row.place(), treaty, row.get(0).strip(), act.kind(), act.title(), day);
        acted = true;
      }
    }
    if (!beside.isEmpty()) {
      loader.report().note("rows with columns that are no acts, kept as one act");
      add(row.place(), treaty, row.get(0).strip(), "OTHER", String.join("; ", beside), first);
    } else if (!acted) {
      loader.report().note("participants without any date");
      add(row.place(), treaty, row.get(0).strip(), "OTHER", PARTICIPANT, null);
    }
  }

  private static @Nullable LocalDate day(String printed) {
    try {
      LocalDate day = LocalDate.parse(printed, DAY);
      return DAY.format(day).equals(printed) || printed.startsWith("0") ? day : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  private void add(
      Place place,
      String treaty,
      String participant,
      String kind,
      String said,
      @Nullable LocalDate day) {
    String key = place + "/" + said + "/" + day;
    loader.report().note("acts: " + kind);
    put(place, key, treaty, participant, kind, said, day, null, null);
  }

  /** Any action; its key is for an objection to point at. */
  void put(
      Place place,
      String key,
      String treaty,
      String participant,
      String kind,
      @Nullable String said,
      @Nullable LocalDate day,
      @Nullable String text,
      @Nullable String objectsTo) {
    String actor = actor(participant).orElse(null);
    loader
        .report()
        .note(
            actor == null
                ? "acts whose participant stays as recorded: " + participant
                : "acts with a participant found by name");
    actions.addAs(place, key, treaty, actor, participant, kind, said, day, text, objectsTo);
    sources.add(place, key, set.source(), place.file() + ", line " + place.line());
  }

  /**
   * The tables call participants as they are called now, whenever they acted; so a name means who
   * bears it today.
   */
  Optional<String> actor(String participant) {
    return loader
        .states()
        .find("", participant, LocalDate.now(ZoneOffset.UTC))
        .map(States.Found::slug)
        .or(() -> organisations.find(participant));
  }
}
