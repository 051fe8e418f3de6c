package org.meetingrecords.importing.review;

import java.io.IOException;
import java.io.Writer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.meetingrecords.importing.files.Csv;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.staging.DataSet;
import org.springframework.web.util.HtmlUtils;

/** The recommendations of the Universal Periodic Review: {@code upr}. */
public final class Recommendations implements Format {

  static final String KEY = "upr";

  private static final String TABLE = "upr.csv";

  private static final String[] COLUMNS = {
    "To",
    "From",
    "Text",
    "Response",
    "Issue",
    "Session",
    "To-Rgrp",
    "To-Org",
    "From-Rgrp",
    "From-Org",
    "Action"
  };

  /** Bytes in which a file with line feeds has one. */
  private static final int BEGINNING = 1 << 16;

  /** Where in {@link #COLUMNS} those begin that have no place in the model. */
  private static final int KEPT = 6;

  /** The answers, each as a position and what was done by giving it. */
  private static final Map<String, List<String>> RESPONSES =
      Map.of(
          "accepted", List.of("SUPPORT", "ACCEPTS"),
          "noted", List.of("NEUTRAL", "NOTES"));

  private static final DataSet.About ABOUT =
      DataSet.About.published(
          "Database of UPR Recommendations",
          "UPR Info",
          "UPR Info",
          "https://upr-info-database.uwazi.io",
          "NGO_MONITOR",
          "Openly published, to be used with attribution",
          "UPR Info, “Database of UPR Recommendations”, https://upr-info-database.uwazi.io");

  @Override
  public String name() {
    return KEY;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    var files = files(input, loader);
    input.expect(files);
    var set = new DataSet(loader, KEY, ABOUT, files.getFirst());
    var review = new RecommendationStages(loader, set);
    var repeats = new HashMap<String, Integer>();
    for (String file : files) {
      Charset charset = charset(input, file);
      if (!charset.equals(StandardCharsets.UTF_8)) {
        loader.report().note("files in MacRoman");
      }
      try (var rows = Csv.open(input, file, charset, COLUMNS)) {
        while (rows.next()) {
          var fault = fault(rows);
          if (fault.isPresent()) {
            loader.reject(rows.place(), fault.get(), rows.raw());
          } else {
            review.add(recommendation(rows), repeats);
          }
        }
      }
    }
    review.close();
  }

  /** The table, or the raw files that it was made of where it is not given. */
  private static List<String> files(Input input, Loader loader) throws FileFault {
    Set<String> tables = new TreeSet<>();
    Set<String> whole = new TreeSet<>();
    for (String file : input.files().keySet()) {
      if (file.toLowerCase(Locale.ROOT).endsWith(".csv")) {
        (file.equals(TABLE) || file.endsWith("/" + TABLE) ? whole : tables).add(file);
      }
    }
    if (!whole.isEmpty()) {
      tables.forEach(
          file -> loader.report().note("files beside %s, not read: %s".formatted(TABLE, file)));
      return List.copyOf(whole);
    }
    if (tables.isEmpty()) {
      throw new FileFault(new Place(TABLE, 0), "this file is not among those given");
    }
    return List.copyOf(tables);
  }

  /**
   * The raw files are of an old Macintosh: lines without a line feed, and MacRoman where a letter
   * is beyond ASCII. All else must be UTF-8.
   */
  private static Charset charset(Input input, String file) throws IOException {
    try (var bytes = input.open(file)) {
      for (byte each : bytes.readNBytes(BEGINNING)) {
        if (each == '\n') {
          return StandardCharsets.UTF_8;
        }
      }
    }
    try (var text = input.text(file)) {
      text.transferTo(Writer.nullWriter());
      return StandardCharsets.UTF_8;
    } catch (CharacterCodingException notUtf8) {
      return Charset.forName("x-MacRoman");
    }
  }

  private static Optional<String> fault(Csv row) {
    if (!row.isWhole()) {
      return Optional.of("the row has not as many fields as the header");
    }
    if (!row.get(5).strip().matches("[1-9]\\d?")) {
      return Optional.of("Session is not a number: " + row.get(5));
    }
    if (row.get(0).isBlank()) {
      return Optional.of("To is empty");
    }
    if (row.get(2).isBlank()) {
      return Optional.of("Text is empty");
    }
    return RESPONSES.containsKey(row.get(3).strip().toLowerCase(Locale.ROOT))
        ? Optional.empty()
        : Optional.of("Response is not Accepted or Noted: " + row.get(3));
  }

  private static Recommendation recommendation(Csv row) {
    String response = row.get(3).strip();
    var stance = RESPONSES.getOrDefault(response.toLowerCase(Locale.ROOT), List.of());
    var kept = new ArrayList<Map.Entry<String, String>>();
    for (int i = KEPT; i < COLUMNS.length; i++) {
      kept.add(Map.entry(COLUMNS[i], said(row.get(i))));
    }
    var issues = new ArrayList<String>();
    for (String issue : row.get(4).split(",")) {
      if (!issue.isBlank() && !issues.contains(issue.strip())) {
        issues.add(issue.strip());
      }
    }
    String text = row.get(2).strip();
    return new Recommendation(
        row.place(),
        Integer.parseInt(row.get(5).strip()),
        said(row.get(0)),
        said(row.get(1)),
        text,
        hash(text),
        response,
        stance.getFirst(),
        stance.getLast(),
        issues,
        kept);
  }

  /** Some cells have brackets as in a web page. */
  private static String said(String cell) {
    return HtmlUtils.htmlUnescape(cell).strip();
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest, 0, 4);
    } catch (NoSuchAlgorithmException fault) {
      throw new IllegalStateException(fault);
    }
  }
}
