package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stopped;
import org.meetingrecords.importing.names.States;

/** The table that says who spoke for which state at which session. */
final class SpeakerTable {

  private static final List<String> COLUMNS =
      List.of("Year", "Session", "ISO Code", "Country", "Name of Person Speaking", "Post");

  /** The Union has two letters in the files, and two more for the Council whose head speaks. */
  private static final String EUROPEAN_UNION = "EU";

  private static final String EUROPEAN_COUNCIL = "EC";

  private SpeakerTable() {}

  static List<SpeakerRow> read(Input input, String table, Loader loader) throws IOException {
    var rows = new ArrayList<SpeakerRow>();
    try (var bytes = input.open(table);
        var book = new ReadableWorkbook(bytes);
        var lines = book.getFirstSheet().openStream()) {
      int @Nullable [] places = null;
      for (var line : (Iterable<Row>) lines::iterator) {
        var place = new Place(table, line.getRowNum());
        if (places == null) {
          places = places(line, place);
        } else {
          row(line, places, place, loader).ifPresent(rows::add);
        }
      }
      if (places == null) {
        throw new FileFault(new Place(table, 0), "the table is empty");
      }
    } catch (FileFault fault) {
      throw fault;
    } catch (IOException | RuntimeException fault) {
      if (fault instanceof Stopped stopped) {
        throw stopped;
      }
      throw new FileFault(
          new Place(table, 0), "is not a readable XLSX file: " + fault.getMessage());
    }
    return rows;
  }

  /** Where the columns are that are read, by the header. */
  private static int[] places(Row header, Place place) throws FileFault {
    var titles = new ArrayList<String>();
    for (int i = 0; i < header.getCellCount(); i++) {
      titles.add(cell(header, i));
    }
    int[] places = new int[COLUMNS.size()];
    for (int i = 0; i < places.length; i++) {
      places[i] = titles.indexOf(COLUMNS.get(i));
      if (places[i] < 0) {
        throw new FileFault(place, "the header has no column \"%s\"".formatted(COLUMNS.get(i)));
      }
    }
    return places;
  }

  private static Optional<SpeakerRow> row(Row line, int[] places, Place place, Loader loader) {
    String year = cell(line, places[0]);
    String session = cell(line, places[1]);
    String code = cell(line, places[2]);
    String country = cell(line, places[3]);
    String name = cell(line, places[4]);
    String post = cell(line, places[5]);
    String read = String.join(",", year, session, code, country, name, post);
    if (!year.matches("\\d{4}") || !session.matches("[1-9]\\d{0,2}")) {
      loader.reject(place, "year or session is not a number", read);
      return Optional.empty();
    }
    if (code.isEmpty() && country.isEmpty()) {
      loader.reject(place, "the row names no state", read);
      return Optional.empty();
    }
    int number = Integer.parseInt(year);
    return Optional.of(
        new SpeakerRow(
            place,
            number,
            Integer.parseInt(session),
            code,
            country,
            name,
            post,
            state(loader.states(), code, country, number)));
  }

  private static Optional<States.Found> state(
      States states, String code, String country, int year) {
    LocalDate day = GeneralDebates.debate(year);
    var state = states.find(GeneralDebates.threeLetters(code), country, day);
    return state.isEmpty() && code.equals(EUROPEAN_COUNCIL)
        ? states.find("", EUROPEAN_UNION, day)
        : state;
  }

  private static String cell(Row row, int column) {
    return column < row.getCellCount()
        ? row.getOptionalCell(column).map(Cell::getText).orElse("").strip()
        : "";
  }
}
