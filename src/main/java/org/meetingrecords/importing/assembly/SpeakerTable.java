package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stopped;

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
      int[] places = new int[COLUMNS.size()];
      boolean header = true;
      for (var line : (Iterable<Row>) lines::iterator) {
        var place = new Place(table, line.getRowNum());
        if (header) {
          header = false;
          var titles = new ArrayList<String>();
          for (int i = 0; i < line.getCellCount(); i++) {
            titles.add(cell(line, i));
          }
          for (int i = 0; i < places.length; i++) {
            places[i] = titles.indexOf(COLUMNS.get(i));
            if (places[i] < 0) {
              throw new FileFault(
                  place, "the header has no column \"%s\"".formatted(COLUMNS.get(i)));
            }
          }
          continue;
        }
        String year = cell(line, places[0]);
        String session = cell(line, places[1]);
        String code = cell(line, places[2]);
        String country = cell(line, places[3]);
        String name = cell(line, places[4]);
        String post = cell(line, places[5]);
        String read = String.join(",", year, session, code, country, name, post);
        if (!year.matches("\\d{4}") || !session.matches("[1-9]\\d{0,2}")) {
          loader.reject(place, "year or session is not a number", read);
          continue;
        }
        if (code.isEmpty() && country.isEmpty()) {
          loader.reject(place, "the row names no state", read);
          continue;
        }
        int number = Integer.parseInt(year);
        var state =
            loader
                .states()
                .find(GeneralDebates.threeLetters(code), country, GeneralDebates.debate(number));
        if (state.isEmpty() && code.equals(EUROPEAN_COUNCIL)) {
          state = loader.states().find("", EUROPEAN_UNION, GeneralDebates.debate(number));
        }
        rows.add(
            new SpeakerRow(
                place, number, Integer.parseInt(session), code, country, name, post, state));
      }
      if (header) {
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

  private static String cell(Row row, int column) {
    return column < row.getCellCount()
        ? row.getOptionalCell(column).map(Cell::getText).orElse("").strip()
        : "";
  }
}
