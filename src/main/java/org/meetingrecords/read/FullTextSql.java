package org.meetingrecords.read;

import java.util.ArrayList;

/**
 * Writes conditions on the words of texts. Each configuration that is in use is asked once, with
 * the words as that configuration reads them, by the index.
 *
 * <p>How many rows have the words decides how the rest is best looked for, and differs a
 * thousandfold from word to word. So such a statement is planned for its own values, and in a form
 * of which PostgreSQL can tell beforehand how many rows it finds.
 */
final class FullTextSql {
  /** A database rarely has texts in more; those in others are found, too, only not foreseen. */
  private static final int FORESEEN_CONFIGURATIONS = 3;

  private final Binds binds;

  FullTextSql(Binds binds) {
    this.binds = binds;
  }

  /**
   * The condition that the row with this id has the words.
   *
   * @param loosely whether the words of a phrase may stand apart, since that they stand together is
   *     asked of the rows that are left in the end: {@link #together}
   */
  String condition(FullText text, String id, SearchText wanted, boolean loosely) {
    binds.planForValues();
    var alternatives = new ArrayList<String>();
    for (SearchText.Alternative alternative : wanted.alternatives()) {
      var parts = new ArrayList<String>();
      if (!alternative.wanted().isEmpty()) {
        parts.add(id + " in (" + owners(text, alternative.allWanted(), loosely) + ")");
      }
      if (!alternative.unwanted().isEmpty()) {
        parts.add(
            "not exists (select from (%s) unwanted where unwanted.%s = %s)"
                .formatted(owners(text, alternative.anyUnwanted(), false), text.owner(), id));
      }
      alternatives.add(Conditions.all(parts));
    }
    return alternatives.size() == 1
        ? alternatives.getFirst()
        : "(" + String.join(" or ", alternatives) + ")";
  }

  private String owners(FullText text, String words, boolean loosely) {
    var branches = new ArrayList<String>();
    var foreseen = new ArrayList<String>();
    String bound = binds.bind(words, "text");
    for (int place = 1; place <= FORESEEN_CONFIGURATIONS; place++) {
      String configuration = "%s(%d)".formatted(text.configurationAt(), place);
      foreseen.add(configuration);
      branches.add(
          "select stretch.%s from %s stretch where stretch.configuration = (select %s) and stretch.words @@ %s"
              .formatted(
                  text.owner(),
                  text.stretches(),
                  configuration,
                  query(configuration, bound, loosely)));
    }
    branches.add(
        """
        select stretch.%s from %s configuration join %s stretch \
        on stretch.configuration = configuration.name and stretch.words @@ %s \
        where configuration.name not in (%s)"""
            .formatted(
                text.owner(),
                text.configurations(),
                text.stretches(),
                query("configuration.name", bound, loosely),
                String.join(", ", foreseen)));
    // Without "all", as PostgreSQL then counts on all of them; of rows that it would first make
    // distinct itself, it always expects 200. The end keeps it from trying the words of each row
    // that it has found by other means.
    return String.join(" union ", branches) + " offset 0";
  }

  private static String query(String configuration, String words, boolean loosely) {
    String query = "websearch_to_tsquery(%s::regconfig, %s)".formatted(configuration, words);
    return loosely
        ? "regexp_replace(%s::text, '<[^>]*>', '&', 'g')::tsquery".formatted(query)
        : query;
  }

  /** The words as each configuration reads them: a common table expression of this name. */
  String asked(String name, FullText text, SearchText wanted) {
    return "%s as materialized (select name, websearch_to_tsquery(name::regconfig, %s) as query from %s)"
        .formatted(name, binds.bind(wanted.wanted(), "text"), text.configurations());
  }

  /**
   * The condition that phrases stand together.
   *
   * @param asked the name of an {@link #asked} expression
   */
  static String together(FullText text, String id, String asked) {
    return "exists (select from %s stretch join %s asked on asked.name = stretch.configuration and stretch.words @@ asked.query where stretch.%s = %s)"
        .formatted(text.stretches(), asked, text.owner(), id);
  }

  /**
   * How well a row fits, from 0 to 1, as the one column {@code relevance} of one row: that of its
   * best stretch, null where none has the words. Words that stand close together count more, those
   * of a title most; long texts have no advantage.
   *
   * @param asked the name of an {@link #asked} expression
   */
  static String fit(FullText text, String id, String asked) {
    return """
        select max(ts_rank_cd(stretch.words, %1$s.query, 1 | 32))::double precision as relevance \
        from %2$s stretch join %1$s on %1$s.name = stretch.configuration \
        where stretch.%3$s = %4$s and stretch.words @@ %1$s.query"""
        .formatted(asked, text.stretches(), text.owner(), id);
  }

  /** The passages of a row that hold the words, as rows of {@code Highlight}. */
  String highlights(FullText text, String id, SearchText wanted, Selection field) {
    return highlights(
        "%s(%s, %s)".formatted(text.highlights(), id, binds.bind(wanted.wanted(), "text")), field);
  }

  /**
   * @param passages a function call that gives rows of {@code snippet} and {@code language}
   */
  static String highlights(String passages, Selection field) {
    return "(select coalesce(json_agg(%s), '[]') from %s passage)"
        .formatted(
            JsonObject.of(
                    field.on("Highlight"),
                    part ->
                        part.isTypename()
                            ? "'Highlight'"
                            : "passage." + Names.quoted(Names.snake(part.name())))
                .sql(),
            passages);
  }
}
