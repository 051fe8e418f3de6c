package org.meetingrecords.importing;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.jspecify.annotations.Nullable;

/** The United Nations General Debate Corpus: {@code ungdc}. */
final class GeneralDebates implements Format {

  private static final String TABLE = "Speakers_by_session.xlsx";
  private static final String SOURCE = "ungdc";
  private static final String STATEMENT = "ungdc=";
  private static final String PERSON = "ungdc-speaker=";
  private static final Pattern TEXT =
      Pattern.compile("(?:.*/)?(([A-Za-z]{2,4})_(\\d{1,3})_(\\d{4}))\\.txt");
  private static final Pattern COURTESY =
      Pattern.compile("(?i)((mr|mrs|ms|miss|mme|mister)(\\.|\\s)|(m|mir)\\.)\\s*");
  private static final List<String> COLUMNS =
      List.of("Year", "Session", "ISO Code", "Country", "Name of Person Speaking", "Post");

  /** The Union has two letters in the files, and two more for the Council whose head speaks. */
  private static final String EUROPEAN_UNION = "EU";

  private static final String EUROPEAN_COUNCIL = "EC";
  private static final int LONGEST_TEXT = 16_000_000;

  /** A row of the table, with the state it means. */
  private record Row(
      Place place,
      int year,
      int session,
      String code,
      String country,
      String name,
      String post,
      Optional<States.Found> state) {

    Row with(Optional<States.Found> other) {
      return new Row(place, year, session, code, country, name, post, other);
    }
  }

  private record Text(
      String file, String id, String code, int session, int year, Optional<States.Found> state) {}

  @Override
  public String name() {
    return "ungdc";
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    String table = input.named(TABLE);
    var rows = rows(input, table, loader);
    var texts = texts(input, loader, rows);
    var files = new ArrayList<>(texts.stream().map(Text::file).toList());
    if (files.isEmpty()) {
      throw new FileFault(
          new Place("TXT", 0), "there is no text named as TXT/Session 70 - 2015/CHN_70_2015.txt");
    }
    input.expect(files);
    new Writing(input, loader, table).write(settled(rows, texts, loader), texts);
  }

  /** In the weeks of the general debate; the days themselves are not in the files. */
  private static LocalDate debate(int year) {
    return LocalDate.of(year, 9, 25);
  }

  private static List<Row> rows(Input input, String table, Loader loader) throws IOException {
    var rows = new ArrayList<Row>();
    try (var bytes = input.open(table);
        var book = new ReadableWorkbook(bytes);
        var lines = book.getFirstSheet().openStream()) {
      int[] places = new int[COLUMNS.size()];
      boolean header = true;
      for (var line : (Iterable<org.dhatim.fastexcel.reader.Row>) lines::iterator) {
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
        var state = loader.states().find(threeLetters(code), country, debate(number));
        if (state.isEmpty() && code.equals(EUROPEAN_COUNCIL)) {
          state = loader.states().find("", EUROPEAN_UNION, debate(number));
        }
        rows.add(
            new Row(place, number, Integer.parseInt(session), code, country, name, post, state));
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

  /** Of two letters is only the Union's code, which is in its name too. */
  private static String threeLetters(String code) {
    return code.length() < 3 ? "" : code;
  }

  /**
   * Where a name is against the code, another row of the session can have that state by name and
   * code; when a text of the row's code waits for a row, the code was right and not the name.
   */
  private static List<Row> settled(List<Row> rows, List<Text> texts, Loader loader) {
    var agreed = new HashSet<String>();
    var coded = new HashMap<String, Integer>();
    for (Row row : rows) {
      coded.merge(row.session() + row.code(), 1, Integer::sum);
      row.state()
          .filter(state -> state.how() == States.How.CODE)
          .ifPresent(state -> agreed.add(row.session() + state.slug()));
    }
    var written = new HashSet<String>();
    for (Text text : texts) {
      written.add(text.session() + text.code());
    }
    var settled = new ArrayList<Row>();
    for (Row row : rows) {
      String code = row.session() + row.code();
      boolean mistaken =
          row.state()
              .filter(state -> state.how() == States.How.NAME_AGAINST_CODE)
              .filter(state -> agreed.contains(row.session() + state.slug()))
              .filter(state -> coded.getOrDefault(code, 0) == 1 && written.contains(code))
              .isPresent();
      var sure =
          mistaken ? row.with(loader.states().find(row.code(), "", debate(row.year()))) : row;
      settled.add(sure);
      loader.report().note(how(sure, mistaken));
    }
    return settled;
  }

  private static String how(Row row, boolean mistaken) {
    String printed = "%s %s".formatted(row.code(), row.country()).strip();
    if (mistaken) {
      return "speakers' states found by code, as a text has it, against the name: " + printed;
    }
    return row.state().isEmpty()
        ? "speakers whose state stays as recorded: " + printed
        : switch (row.state().get().how()) {
          case CODE -> "speakers' states found by code and day";
          case NAME -> "speakers' states found by name, as there is no code: " + printed;
          case NAME_AGAINST_CODE -> "speakers' states found by name, against the code: " + printed;
        };
  }

  private static String cell(org.dhatim.fastexcel.reader.Row row, int column) {
    return column < row.getCellCount()
        ? row.getOptionalCell(column).map(Cell::getText).orElse("").strip()
        : "";
  }

  private static List<Text> texts(Input input, Loader loader, List<Row> rows) {
    var byCode = new HashMap<String, Optional<States.Found>>();
    for (Row row : rows) {
      byCode.putIfAbsent(row.session() + row.code(), row.state());
    }
    var texts = new ArrayList<Text>();
    for (String file : input.files().keySet()) {
      var name = TEXT.matcher(file);
      if (!name.matches()) {
        continue;
      }
      String code = name.group(2).toUpperCase(Locale.ROOT);
      int session = Integer.parseInt(name.group(3));
      int year = Integer.parseInt(name.group(4));
      var states = loader.states();
      var state = states.find(threeLetters(code), "", debate(year));
      if (state.isEmpty()) {
        state = states.find("", code, debate(year));
      }
      if (state.isEmpty()) {
        state = byCode.getOrDefault(session + code, Optional.empty());
      }
      texts.add(new Text(file, name.group(1), code, session, year, state));
    }
    return texts;
  }

  /** Rows and texts in pairs, and what has no other half. */
  private static Map<Row, Text> pairs(List<Row> rows, List<Text> texts) {
    var free = new HashMap<Integer, List<Text>>();
    for (Text text : texts) {
      free.computeIfAbsent(text.session(), unknown -> new ArrayList<>()).add(text);
    }
    var pairs = new LinkedHashMap<Row, Text>();
    for (int turn = 0; turn < 3; turn++) {
      for (Row row : rows) {
        if (pairs.containsKey(row)) {
          continue;
        }
        Predicate<Text> sameCode = text -> text.code().equals(row.code().toUpperCase(Locale.ROOT));
        Predicate<Text> sameState =
            text -> row.state().isPresent() && slug(text.state()).equals(slug(row.state()));
        Predicate<Text> wanted =
            switch (turn) {
              case 0 -> sameCode.and(sameState);
              case 1 -> sameState;
              default -> sameCode.and(text -> row.state().isEmpty() || text.state().isEmpty());
            };
        var candidates = free.getOrDefault(row.session(), List.of());
        candidates.stream()
            .filter(wanted)
            .findFirst()
            .ifPresent(
                text -> {
                  pairs.put(row, text);
                  candidates.remove(text);
                });
      }
    }
    return pairs;
  }

  private static Optional<String> slug(Optional<States.Found> state) {
    return state.map(States.Found::slug);
  }

  /** Puts statements and all that hangs on them on stage. */
  private static final class Writing {

    private final Input input;
    private final Loader loader;
    private final String table;
    private final GeneralAssembly assembly;
    private final Stage people;
    private final Stage positions;
    private final Stage tenures;
    private final Stage attestations;
    private final Stage parts;
    private final Stage delegations;
    private final Stage delegates;
    private final Stage statements;
    private final Stage speakers;
    private final Stage versions;
    private final Stage links;
    private final Set<String> ids = new HashSet<>();
    private final Set<String> told = new HashSet<>();

    Writing(Input input, Loader loader, String table) {
      this.input = input;
      this.loader = loader;
      this.table = table;
      assembly = new GeneralAssembly(loader);
      loader
          .stage(
              "source",
              "slug",
              "title",
              "kind",
              "publisher",
              "author",
              "url",
              "authority",
              "rights",
              "citation")
          .addAs(
              new Place(table, 0),
              SOURCE,
              SOURCE,
              "United Nations General Debate Corpus",
              "DATASET",
              "Harvard Dataverse",
              "Slava Jankin, Alexander Baturo, Niheer Dasandi",
              "https://doi.org/10.7910/DVN/0TJX8Y",
              "ACADEMIC",
              "CC0 1.0",
              "Slava Jankin, Alexander Baturo, Niheer Dasandi, “United Nations General Debate Corpus”,"
                  + " Harvard Dataverse, doi:10.7910/DVN/0TJX8Y");
      people = loader.stage("person", "slug", "name");
      positions = loader.stage("position", "slug", "title", "rank", "organization_id");
      tenures = loader.stage("tenure", "person_id", "position_id", "acting").repeating();
      attestations =
          loader
              .stage(
                  "attestation",
                  "tenure_id",
                  "attested_from",
                  "attested_to",
                  "attested_precision",
                  "attested_as_recorded",
                  "label",
                  "source_id")
              .repeating();
      parts = loader.stage("meeting_part", "meeting_id", "kind", "title");
      delegations =
          loader
              .stage(
                  "delegation",
                  "meeting_id",
                  "actor_id",
                  "capacity",
                  "name_as_recorded",
                  "code_as_recorded")
              .repeating();
      delegates =
          loader
              .stage(
                  "delegate",
                  "delegation_id",
                  "person_id",
                  "position_id",
                  "role",
                  "label_as_recorded")
              .repeating();
      statements =
          loader.stage(
              "statement",
              "slug",
              "meeting_id",
              "part_id",
              "delegation_id",
              "kind",
              "delivery",
              "delivered_from",
              "delivered_to",
              "delivered_precision",
              "delivered_as_recorded",
              "attribution");
      speakers =
          loader.stage(
              "speaker",
              "statement_id",
              "person_id",
              "position_id",
              "capacity",
              "label_as_recorded");
      versions =
          loader.stage(
              "text_version",
              "statement_id",
              "language",
              "relation",
              "record_type",
              "voice",
              "body");
      links =
          loader
              .stage("source_link", Stage.RECORD_TABLE, "record_id", "source_id", "locator")
              .repeating();
    }

    void write(List<Row> rows, List<Text> texts) throws IOException {
      for (Text text : texts) {
        ids.add(text.id());
      }
      var pairs = pairs(rows, texts);
      var report = loader.report();
      for (Row row : rows) {
        Text text = pairs.get(row);
        report.note(
            text == null ? "rows without a text" : "texts with their row in the table of speakers");
        write(row, text);
      }
      var paired = new HashSet<>(pairs.values());
      for (Text text : texts) {
        if (!paired.contains(text)) {
          report.note("texts without a row in the table of speakers");
          write(null, text);
        }
      }
    }

    private void write(@Nullable Row row, @Nullable Text text) throws IOException {
      int session;
      int year;
      String id;
      Place place;
      Optional<States.Found> state;
      String country = "";
      String code;
      if (row != null) {
        session = row.session();
        year = row.year();
        place = row.place();
        state = row.state();
        country = row.country();
        code = row.code();
        id = text == null ? without(row) : text.id();
      } else if (text != null) {
        session = text.session();
        year = text.year();
        place = new Place(text.file(), 0);
        state = text.state();
        code = text.code();
        id = text.id();
      } else {
        return;
      }
      String body = null;
      if (text != null) {
        body = body(text);
        if (body == null) {
          return; // rejected
        }
      }
      String meeting = assembly.session(session, place);
      if (told.add(meeting)) {
        parts.addAs(place, meeting, meeting, "SEGMENT", "General debate");
        links.add(place, "meeting", meeting, SOURCE, table);
      }
      String actor = slug(state).orElse(null);
      String delegation = meeting + "/" + (actor == null ? country + "/" + code : actor);
      delegations.addAs(
          place,
          delegation,
          meeting,
          actor,
          "PARTICIPANT",
          country.isEmpty() ? null : country,
          code.isEmpty() ? null : code);
      String key = STATEMENT + id;
      statements.addAs(
          place,
          key,
          "ungdc-" + RollCalls.slug(id),
          meeting,
          meeting,
          delegation,
          "GENERAL_DEBATE",
          "SPOKEN",
          LocalDate.of(year, 1, 1),
          LocalDate.of(year, 12, 31),
          "YEAR",
          Integer.toString(year),
          row == null || row.name().isEmpty() ? null : row.name());
      links.add(
          place,
          "statement",
          key,
          SOURCE,
          text == null ? table + ", row " + place.line() : text.file());
      if (row != null) {
        speaker(row, key, delegation, actor);
      }
      if (body != null) {
        versions.add(place, key, "en", "UNKNOWN", "VERBATIM_RECORD", "FIRST_PERSON", body);
      }
    }

    private String without(Row row) {
      String code = row.code().toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "");
      String wanted =
          "%s_%02d_%d"
              .formatted(
                  code.isEmpty() ? RollCalls.slug(row.country()) : code, row.session(), row.year());
      String id = wanted;
      for (int turn = 2; !ids.add(id); turn++) {
        id = wanted + "-" + turn;
      }
      return id;
    }

    private void speaker(Row row, String statement, String delegation, @Nullable String actor) {
      if (row.name().isEmpty() && row.post().isEmpty()) {
        loader.report().note("rows without a speaker");
        return;
      }
      String person = person(row, actor);
      var post = Posts.of(row.post());
      String position = null;
      if (post.isPresent() && actor != null) {
        position = RollCalls.slug(actor + " " + States.plainSlug(post.get().title()));
        positions.addAs(
            row.place(), position, position, post.get().title(), post.get().rank(), actor);
        if (told.add(position)) {
          links.add(row.place(), "position", position, SOURCE, table);
        }
      } else if (!row.post().isEmpty()) {
        loader.report().note("posts that stay as recorded: " + row.post());
      }
      if (person != null && position != null) {
        boolean acting = post.get().acting();
        String tenure = person + "|" + position + "|" + acting;
        tenures.addAs(row.place(), tenure, person, position, acting);
        attestations.add(
            row.place(),
            tenure,
            LocalDate.of(row.year(), 1, 1),
            LocalDate.of(row.year(), 12, 31),
            "YEAR",
            Integer.toString(row.year()),
            row.post(),
            SOURCE);
      }
      String label =
          row.name().isEmpty()
              ? row.post()
              : row.post().isEmpty() ? row.name() : row.name() + ", " + row.post();
      speakers.add(row.place(), statement, person, position, "NATIONAL", label);
      delegates.add(
          row.place(),
          delegation,
          person,
          position,
          Posts.isHeadOfDelegation(row.post()) ? "HEAD" : "UNKNOWN",
          row.post().isEmpty() ? null : row.post());
    }

    /** The same person where name and state agree, however the name is written. */
    private @Nullable String person(Row row, @Nullable String actor) {
      var courtesy = COURTESY.matcher(row.name());
      String name = row.name().substring(courtesy.lookingAt() ? courtesy.end() : 0);
      name = name.replaceFirst("[,;\\s]+$", "");
      String plain = States.plain(name);
      if (plain.isEmpty()) {
        return null;
      }
      // A state that goes on under another name has the same people.
      String state =
          loader
              .states()
              .find(threeLetters(row.code()), row.country(), LocalDate.of(2024, 1, 1))
              .map(States.Found::slug)
              .orElse(actor == null ? States.plain(row.country()) : actor);
      String key = PERSON + state + "/" + plain;
      if (told.add(key)) {
        String slug = RollCalls.slug(States.plainSlug(name));
        people.addAs(row.place(), key, slug.isEmpty() ? "speaker" : slug, shown(name));
        links.add(row.place(), "person", key, SOURCE, table);
      }
      return key;
    }

    /** A name in capitals, written as names are. */
    private static String shown(String name) {
      var words = new ArrayList<String>();
      for (String word : name.split("\\s+")) {
        boolean capitals =
            word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.contains(".");
        if (capitals) {
          var parts = new ArrayList<String>();
          for (String part : word.toLowerCase(Locale.ROOT).split("-", -1)) {
            parts.add(Posts.capital(part));
          }
          words.add(String.join("-", parts));
        } else {
          words.add(word);
        }
      }
      return String.join(" ", words);
    }

    /** The words of a text, without byte order mark, with plain line ends. */
    private @Nullable String body(Text text) throws IOException {
      byte[] bytes;
      try (var stream = input.open(text.file())) {
        bytes = stream.readNBytes(LONGEST_TEXT);
      }
      var place = new Place(text.file(), 0);
      if (bytes.length == LONGEST_TEXT) {
        loader.reject(place, "the text is longer than any speech", "");
        return null;
      }
      String body;
      try {
        body = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
      } catch (CharacterCodingException fault) {
        loader.reject(place, "the text is not UTF-8", "");
        return null;
      }
      if (body.startsWith("\uFEFF")) {
        body = body.substring(1);
      }
      if (body.indexOf('\0') >= 0) {
        loader.reject(place, "the text holds a character that is none (NUL)", "");
        return null;
      }
      body = body.replace("\r\n", "\n").replace('\r', '\n');
      if (body.isBlank()) {
        loader.reject(place, "the text is empty", "");
        return null;
      }
      return body;
    }
  }
}
