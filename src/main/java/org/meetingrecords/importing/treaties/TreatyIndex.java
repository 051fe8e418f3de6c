package org.meetingrecords.importing.treaties;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;

/** The list of all treaties, each of which becomes an instrument. */
final class TreatyIndex {

  private static final String SCHEME = "un-treaty=";

  /** IV-9-b, in the address of the treaty's own page. */
  private static final Pattern NUMBER = Pattern.compile("[?&]mtdsg_no=([IVXLC]+-[A-Za-z0-9.-]+)");

  /** Title, mark of a footnote, place, day or two days. */
  private static final Pattern NAME =
      Pattern.compile(
          "(.+?)\\*?\\. (?:[^.]*, )?(\\d{1,2} [A-Z][a-z]+ \\d{4})( and \\d{1,2} [A-Z][a-z]+ \\d{4})?");

  private static final Pattern PLACE_ALONE = Pattern.compile("(.+?)\\*\\. [A-Z][\\w ]+");
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
  private static final List<String> KEPT =
      List.of("treaty_name", "url", "chapter_url", "chapter_name");

  private final Loader loader;
  private final DataSet set;
  private final Stage instruments;

  TreatyIndex(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    instruments = loader.stage("instrument", "slug", "kind", "title", "adopted_on");
  }

  /** The keys of the instruments by the names of their files. */
  Map<String, String> read(Input input, String file) throws IOException {
    var treaties = new HashMap<String, String>();
    try (var rows =
        Csv.open(
            input,
            file,
            "chapter_no",
            "treaty_no",
            "treaty_name",
            "url",
            "chapter_url",
            "chapter_name")) {
      while (rows.next()) {
        var number = rows.isWhole() ? NUMBER.matcher(rows.get(3)) : null;
        if (number == null) {
          loader.reject(rows.place(), "the row has not as many fields as the header", rows.raw());
        } else if (!number.find()) {
          loader.reject(
              rows.place(),
              "url has no number of a treaty as mtdsg_no=IV-9: " + rows.get(3),
              rows.raw());
        } else if (rows.get(2).isBlank()) {
          loader.reject(rows.place(), "treaty_name is empty", rows.raw());
        } else {
          String key = SCHEME + number.group(1);
          String name = (rows.get(0).strip() + "-" + rows.get(1).strip()).toLowerCase(Locale.ROOT);
          if (treaties.put(name.replace('.', '-'), key) != null) {
            loader.reject(rows.place(), "treaty %s is there already".formatted(name), rows.raw());
            continue;
          }
          add(rows, key, number.group(1));
        }
      }
    }
    return treaties;
  }

  private void add(Csv row, String key, String number) {
    String name = row.get(2).strip().replaceAll("\\s+", " ");
    String title = title(name);
    instruments.addAs(
        row.place(), key, Words.slug("un treaty " + number), kind(title), title, day(name));
    set.link(row.place(), "instrument", key, row.place().file() + ", line " + row.place().line());
    for (int i = 0; i < KEPT.size(); i++) {
      set.recorded(row.place(), "instrument", key, KEPT.get(i), row.get(i + 2).strip());
    }
  }

  /** The name without place and day of its adoption. */
  static String title(String name) {
    for (Pattern form : List.of(NAME, PLACE_ALONE)) {
      var parts = form.matcher(name);
      if (parts.matches()) {
        return parts.group(1);
      }
    }
    return name;
  }

  static @Nullable LocalDate day(String name) {
    var parts = NAME.matcher(name);
    try {
      // Where two days are named, neither is the day.
      return parts.matches() && parts.group(3) == null
          ? LocalDate.parse(parts.group(2), DAY)
          : null;
    } catch (DateTimeException notADay) {
      return null;
    }
  }

  /** By the first word that says what it is. */
  static String kind(String title) {
    for (String word : title.split("[^A-Za-z]+")) {
      switch (word.toLowerCase(Locale.ROOT)) {
        case "amendment", "amendments" -> {
          return "AMENDMENT";
        }
        case "protocol" -> {
          return "PROTOCOL";
        }
        case "charter" -> {
          return "CHARTER";
        }
        case "declaration", "declarations" -> {
          return "DECLARATION";
        }
        case "convention", "agreement", "treaty", "covenant", "statute", "constitution" -> {
          return "TREATY";
        }
        default -> {
          // says nothing
        }
      }
    }
    return "TREATY";
  }
}
