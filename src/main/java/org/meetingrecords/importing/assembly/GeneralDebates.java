package org.meetingrecords.importing.assembly;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.staging.DataSet;

/** The United Nations General Debate Corpus: {@code ungdc}. */
public final class GeneralDebates implements Format {

  private static final String KEY = "ungdc";
  private static final String TABLE = "Speakers_by_session.xlsx";

  private static final DataSet.About ABOUT =
      DataSet.About.published(
          "United Nations General Debate Corpus",
          "Harvard Dataverse",
          "Slava Jankin, Alexander Baturo, Niheer Dasandi",
          "https://doi.org/10.7910/DVN/0TJX8Y",
          "ACADEMIC",
          "CC0 1.0",
          "Slava Jankin, Alexander Baturo, Niheer Dasandi, “United Nations General Debate Corpus”,"
              + " Harvard Dataverse, doi:10.7910/DVN/0TJX8Y");

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String table = input.named(TABLE);
    var rows = SpeakerTable.read(input, table, loader);
    var bodies = new DebateTexts(input, loader);
    var texts = bodies.list(rows);
    var files = new ArrayList<>(texts.stream().map(DebateText::file).toList());
    if (files.isEmpty()) {
      throw new FileFault(
          new Place("TXT", 0), "there is no text named as TXT/Session 70 - 2015/CHN_70_2015.txt");
    }
    input.expect(files);
    var statements =
        new DebateStatements(loader, new DataSet(loader, KEY, ABOUT, table), table, bodies);
    statements.write(Pairing.settled(rows, texts, loader), texts);
  }

  /** In the weeks of the general debate; the days themselves are not in the files. */
  static LocalDate debate(int year) {
    return LocalDate.of(year, 9, 25);
  }

  /** Of two letters is only the Union's code, which is in its name too. */
  static String threeLetters(String code) {
    return code.length() < 3 ? "" : code;
  }
}
