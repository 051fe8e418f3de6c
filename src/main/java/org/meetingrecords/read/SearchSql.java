package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Writes the SQL of a search over records of all types: what each of them is called is compared by
 * trigrams, the words of texts are looked up as by a filter, and of all that a record scores, the
 * most counts.
 */
final class SearchSql {
  private static final String HIT = "found";
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[\\s,;()\"]+");

  /** So many words of a search are looked for one by one. */
  private static final int MOST_WORDS = 8;

  /** A beginning shorter than this is one of too many identifiers. */
  private static final int SHORTEST_BEGINNING = 3;

  /** How alike a text and a stretch of a name are at least, in PostgreSQL's word similarity. */
  static final String LEAST_LIKE = "0.5";

  /** The same where the text has a digit: another number is no misspelling. */
  private static final String LEAST_LIKE_NUMBER = "0.6";

  private static final Pattern DIGIT = Pattern.compile("\\d");

  private final Model model;
  private final SelectionSql selections;
  private final FullTextSql texts;
  private final Binds binds;
  private final int largestPage;

  SearchSql(Model model, SelectionSql selections, Binds binds, int largestPage) {
    this.model = model;
    this.selections = selections;
    this.texts = new FullTextSql(binds);
    this.binds = binds;
    this.largestPage = largestPage;
  }

  /** The connection that the field's arguments ask for. */
  String page(Selection field) {
    Page page =
        Page.of("Search", List.of(OrderKey.RELEVANCE.in(true)), field.arguments(), largestPage);
    String text = String.valueOf(field.arguments().get("text")).strip();
    SearchText wanted = SearchText.parse("text", text);
    if (wanted.wanted().isEmpty()) {
      throw new BadInput(
          "text: \"%s\" only says what must not be there.".formatted(Shown.text(text)));
    }
    String name = wanted.wantedIn(text);
    List<TypeModel> types =
        field.arguments().get("types") instanceof List<?> asked
            ? model.records().stream().filter(type -> asked.contains(type.recordType())).toList()
            : model.records();
    String alias = selections.alias();
    String connection =
        new ConnectionSql(
                new Found(types, name, wanted),
                new RowSource(alias, HIT + " " + alias, "true"),
                page,
                new Keyset(page, binds),
                new Row(selections.alias()),
                null,
                null)
            .sql(field);
    return "(with %s, %s as materialized (%s) select %s)"
        .formatted(asked(types, wanted), HIT, best(types, name, wanted), connection);
  }

  private String asked(List<TypeModel> types, SearchText wanted) {
    return searchedTexts(types).stream()
        .findFirst()
        .map(type -> texts.asked("asked", type.textsOrThrow(), wanted))
        .orElse("asked as (select)");
  }

  private static List<TypeModel> searchedTexts(List<TypeModel> types) {
    return types.stream().filter(type -> type.texts().isPresent()).toList();
  }

  /** Each record found, once, with the name that made it score most. */
  private String best(List<TypeModel> types, String name, SearchText wanted) {
    var hits = new ArrayList<String>();
    types.forEach(
        type -> type.searched().forEach(column -> hits.add(called(type, column, name, wanted))));
    hits.add(named(name, wanted));
    hits.add(identified(name));
    searchedTexts(types).forEach(type -> hits.add(saying(type.textsOrThrow(), wanted)));
    return """
        select r.id, r.type, max(hit.score)::double precision as relevance, \
        (array_agg(hit.shown order by hit.score desc, hit.shown))[1] as shown, \
        (array_agg(hit.language order by hit.score desc, hit.shown))[1] as language \
        from (%s) hit (id, score, shown, language) join record r on r.id = hit.id \
        where r.type = any (%s) group by r.id, r.type"""
        .formatted(
            String.join(" union all ", hits),
            binds.bind(types.stream().map(TypeModel::recordType).toList(), "text[]"));
  }

  private String called(TypeModel type, String column, String text, SearchText wanted) {
    String value = "r." + Names.quoted(column);
    return "select r.id, %s, %s, null from %s r where %s"
        .formatted(
            score(value, text, type.name().equals("Person") ? "1" : "0.99"),
            value,
            Names.quoted(type.tableOrThrow()),
            alike(value, text, wanted));
  }

  private String named(String text, SearchText wanted) {
    return "select r.record_id, %s, r.text, r.language from name r where %s"
        .formatted(score("r.text", text, "0.99"), alike("r.text", text, wanted));
  }

  private String identified(String text) {
    String same = "lower(r.value) = lower(%s)".formatted(binds.bind(text, "text"));
    String beginning =
        text.length() < SHORTEST_BEGINNING
            ? ""
            : " or lower(r.value) like lower(%s)"
                .formatted(binds.bind(ColumnSql.escaped(text) + "%", "text"));
    return "select r.record_id, case when %s then 0.99 else 0.6 end, r.value, null from identifier r where %s%s"
        .formatted(same, same, beginning);
  }

  /** Below any name: many statements have a word, few things are called by it. */
  private String saying(FullText text, SearchText wanted) {
    return """
        select stretch.%1$s, 0.4 * max(ts_rank_cd(stretch.words, asked.query, 1 | 32)), null, null \
        from asked join %2$s stretch on stretch.configuration = asked.name and stretch.words @@ asked.query \
        where %3$s group by stretch.%1$s"""
        .formatted(
            text.owner(),
            text.stretches(),
            wanted.hasUnwanted()
                ? texts.condition(text, "stretch." + text.owner(), wanted, false)
                : "true");
  }

  private String score(String value, String text, String exact) {
    String asked = "folded(%s)".formatted(binds.bind(text, "text"));
    return "case when folded(%1$s) = %2$s then %3$s else 0.5 * word_similarity(%2$s, folded(%1$s)) + 0.4 * similarity(%2$s, folded(%1$s)) end"
        .formatted(value, asked, exact);
  }

  /** Some stretch of the name is like the text, or all words of the text are in it somewhere. */
  private String alike(String value, String text, SearchText wanted) {
    String words =
        BETWEEN_WORDS
            .splitAsStream(text)
            .filter(word -> !word.isEmpty())
            .limit(MOST_WORDS)
            .map(word -> holds(value, word))
            .collect(Collectors.joining(" and "));
    String asked = "folded(%s)".formatted(binds.bind(text, "text"));
    String near = "%s <%% folded(%s)".formatted(asked, value);
    if (DIGIT.matcher(text).find()) {
      near +=
          " and word_similarity(%s, folded(%s)) >= %s".formatted(asked, value, LEAST_LIKE_NUMBER);
    }
    return "((%s)%s)%s"
        .formatted(
            near,
            words.isEmpty() ? "" : " or " + words,
            wanted.unwantedAnyhow().stream()
                .map(word -> " and not " + holds(value, word))
                .collect(Collectors.joining()));
  }

  private String holds(String value, String word) {
    return "folded(%s) like folded(%s)"
        .formatted(value, binds.bind("%" + ColumnSql.escaped(word) + "%", "text"));
  }

  /** What a search lists: records of any of these types. */
  private final class Found implements ConnectionSql.Listed {
    private final List<TypeModel> types;
    private final String text;
    private final SearchText wanted;

    Found(List<TypeModel> types, String text, SearchText wanted) {
      this.types = types;
      this.text = text;
      this.wanted = wanted;
    }

    @Override
    public String name() {
      return "Search";
    }

    @Override
    public String node(Row row, Selection field, SelectionSql.Joins joins) {
      return types.isEmpty()
          ? "null::json"
          : selections.any(types, field, row.id(), row.column("type"));
    }

    @Override
    public String ofEdge(Row row, Selection field) {
      return switch (field.name()) {
        case "relevance" -> row.column("relevance");
        case "highlights" -> highlights(row, field);
        default -> throw new IllegalStateException("no field " + field.name() + " in an edge");
      };
    }

    private String highlights(Row row, Selection field) {
      String ofName =
          FullTextSql.highlights(
              "name_highlights(%s, %s, %s)"
                  .formatted(row.column("shown"), row.column("language"), binds.bind(text, "text")),
              field);
      return searchedTexts(types).stream()
          .findFirst()
          .map(
              type ->
                  "case when %s is null then %s else %s end"
                      .formatted(
                          row.column("shown"),
                          texts.highlights(type.textsOrThrow(), row.id(), wanted, field),
                          ofName))
          .orElse(ofName);
    }

    @Override
    public String ofConnection(RowSource source, Selection field) {
      throw new IllegalStateException("no field " + field.name() + " in a connection");
    }
  }
}
