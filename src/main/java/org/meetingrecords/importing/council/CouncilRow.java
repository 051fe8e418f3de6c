package org.meetingrecords.importing.council;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.util.List;
import java.util.Locale;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;

/**
 * One speech, without its words.
 *
 * @param number the place in the order of its record, from 0
 * @param kept the values of {@link #KEPT}
 */
record CouncilRow(
    Place place,
    String id,
    CouncilDocument document,
    int number,
    LocalDate day,
    String date,
    String topic,
    String speaker,
    String type,
    String country,
    String post,
    List<String> kept,
    CouncilWords words) {

  static final String PRESIDENT = "The President";
  static final String MEMBER = "Mentioned";

  /** Columns that have no place in the model. */
  static final List<String> KEPT =
      List.of("participanttype", "country", "types", "tokens", "sentences");

  private static final String[] COLUMNS = {
    "filename",
    "spv",
    "speech",
    "date",
    "topic",
    "speaker",
    "participanttype",
    "country",
    "role_in_un",
    "types",
    "tokens",
    "sentences",
    "content"
  };
  private static final int CONTENT = 12;

  private static final DateTimeFormatter DAY =
      new DateTimeFormatterBuilder()
          .parseCaseInsensitive()
          .appendPattern("d MMMM uuuu")
          .toFormatter(Locale.ENGLISH)
          .withResolverStyle(ResolverStyle.STRICT);

  static Csv open(Input input, String file) throws IOException {
    return Csv.open(input, file, COLUMNS);
  }

  /** Why a row cannot be taken in. */
  static final class Unfit extends Exception {
    private static final long serialVersionUID = 1L;

    private final String reason;

    Unfit(String reason) {
      super(reason);
      this.reason = reason;
    }

    String reason() {
      return reason;
    }
  }

  static String id(Csv row) {
    return row.get(0).strip().replaceFirst("\\.txt$", "");
  }

  static String content(Csv row) {
    return row.get(CONTENT);
  }

  static CouncilRow of(Csv row) throws Unfit {
    if (!row.isWhole()) {
      throw new Unfit("the row has not as many fields as the header");
    }
    if (id(row).isEmpty()) {
      throw new Unfit("filename is empty");
    }
    var document =
        CouncilDocument.of(row.get(1))
            .orElseThrow(
                () -> new Unfit("spv is not as 8699, 8699Resumption1 or 2020_254: " + row.get(1)));
    if (!row.get(2).strip().matches("\\d{1,6}")) {
      throw new Unfit("speech is not a number: " + row.get(2));
    }
    String speaker = said(row.get(5));
    String type = row.get(6).strip();
    String country = said(row.get(7));
    if (speaker.isEmpty() && country.isEmpty()) {
      throw new Unfit("the row names neither a speaker nor a country");
    }
    return new CouncilRow(
        row.place(),
        id(row),
        document,
        Integer.parseInt(row.get(2).strip()),
        day(row.get(3)),
        row.get(3).strip(),
        said(row.get(4)),
        speaker,
        type,
        country,
        said(row.get(8)),
        List.of(type, country, row.get(9).strip(), row.get(10).strip(), row.get(11).strip()),
        CouncilWords.of(document, speaker, type, country, content(row)));
  }

  /** What a cell says; "unknown" says nothing. */
  private static String said(String cell) {
    String words = cell.strip();
    return words.equalsIgnoreCase("unknown") || words.equals("NA") ? "" : words;
  }

  private static LocalDate day(String date) throws Unfit {
    try {
      return LocalDate.parse(date.strip(), DAY);
    } catch (DateTimeException notSo) {
      try {
        return LocalDate.parse(date.strip());
      } catch (DateTimeException fault) {
        throw new Unfit("date is not a day as 8 January 2020: " + date);
      }
    }
  }

  /** Whether the speaker presides, and does not only speak from the seat of the presidency. */
  boolean presides() {
    return type.equals(PRESIDENT) && (document.isVerbatim() || words.letter() != null);
  }
}
