package org.meetingrecords.importing.council;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Passages;

/** The UN Security Council Debates corpus: {@code unsc-debates}. */
public final class CouncilDebates implements Format {

  static final String KEY = "unsc-debates";

  private static final String TABLE = "speeches.csv";

  private static final DataSet.About ABOUT =
      DataSet.About.published(
          "The UN Security Council Debates",
          "Harvard Dataverse",
          "Mirco Schoenfeld, Steffen Eckhard, Ronny Patz, Hilde van Meegdenburg, Antonio Pires",
          "https://doi.org/10.7910/DVN/KGVSYH",
          "ACADEMIC",
          "CC0 1.0",
          "Mirco Schoenfeld, Steffen Eckhard, Ronny Patz, Hilde van Meegdenburg, Antonio Pires,"
              + " “The UN Security Council Debates”, Harvard Dataverse, doi:10.7910/DVN/KGVSYH");

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String file = input.named(TABLE);
    input.expect(List.of(file, file));
    var rows = rows(input, file, loader);
    var set = new DataSet(loader, KEY, ABOUT, file);
    var statements = new CouncilStatements(loader, set, rows);
    for (CouncilRow row : rows) {
      statements.write(row);
    }
    words(input, file, rows, loader);
  }

  /** All rows that can be taken in, without their words. */
  private static List<CouncilRow> rows(Input input, String file, Loader loader) throws IOException {
    var rows = new ArrayList<CouncilRow>();
    var ids = new HashSet<String>();
    var numbers = new HashSet<String>();
    try (var table = CouncilRow.open(input, file)) {
      while (table.next()) {
        try {
          CouncilRow row = CouncilRow.of(table);
          if (!ids.add(row.id())) {
            throw new CouncilRow.Unfit("speech %s is there already".formatted(row.id()));
          }
          String symbol = row.document().partSymbol();
          if (!numbers.add(symbol + " " + row.number())) {
            throw new CouncilRow.Unfit(
                "%s has a speech %d already".formatted(symbol, row.number()));
          }
          rows.add(row);
        } catch (CouncilRow.Unfit fault) {
          loader.reject(table.place(), fault.reason(), table.raw());
        }
      }
    }
    return rows;
  }

  /** The words of the speeches, read again so that they need not all be held at once. */
  private static void words(Input input, String file, List<CouncilRow> rows, Loader loader)
      throws IOException {
    var versions = Passages.texts(loader);
    var waiting = rows.iterator();
    CouncilRow row = waiting.hasNext() ? waiting.next() : null;
    try (var table = CouncilRow.open(input, file)) {
      while (row != null && table.next()) {
        if (table.place().line() != row.place().line()) {
          continue; // rejected before
        }
        String words = CouncilRow.content(table).strip();
        if (words.isEmpty()) {
          loader.report().note("speeches without words");
        } else {
          versions.add(
              row.place(),
              CouncilStatements.key(row),
              "en",
              relation(row),
              row.document().isVerbatim() ? "VERBATIM_RECORD" : "AS_PREPARED",
              "FIRST_PERSON",
              words);
        }
        row = waiting.hasNext() ? waiting.next() : null;
      }
    }
  }

  /** Verbatim records hold English speeches as spoken, all others translated. */
  private static String relation(CouncilRow row) {
    if (!row.document().isVerbatim()) {
      return "UNKNOWN";
    }
    return row.words().wasTranslated() ? "OFFICIAL_TRANSLATION" : "ORIGINAL";
  }
}
