package org.meetingrecords.importing;

import java.io.IOException;
import java.time.LocalDate;
import java.util.ArrayList;

/** The United Nations General Debate Corpus: {@code ungdc}. */
final class GeneralDebates implements Format {

  private static final String TABLE = "Speakers_by_session.xlsx";

  @Override
  public String name() {
    return "ungdc";
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
    var statements = new DebateStatements(loader, table, bodies);
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
