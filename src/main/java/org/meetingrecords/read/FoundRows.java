package org.meetingrecords.read;

import org.jspecify.annotations.Nullable;

/**
 * Writes the rows that a filter lets through. Where a phrase is looked for, first those that have
 * its words are found, then of those that fulfil all the rest the ones in which the words stand
 * together: asked at once, PostgreSQL would unpack the words of every text that has them.
 */
final class FoundRows {
  private final FilterSql filters;
  private final FullTextSql texts;

  FoundRows(FilterSql filters, FullTextSql texts) {
    this.filters = filters;
    this.texts = texts;
  }

  /**
   * @param source all rows that the filter is asked of
   */
  RowSource filtered(TypeModel type, RowSource source, @Nullable Object filter) {
    SearchText wanted = filters.wanted(type, filter);
    return wanted != null && filters.isPhrase(type, filter)
        ? together(type, loosely(type, source, filter), wanted)
        : strictly(type, source, filter);
  }

  /**
   * The same of all rows of a type, of which nothing but the id is wanted: where the filter asks
   * for what a table of links tells alone, the rows themselves are not looked at.
   */
  RowSource filteredIds(TypeModel type, String alias, @Nullable Object filter) {
    String owners = filters.owners(type, filter);
    return owners == null
        ? filtered(type, RowSource.all(type, alias), filter)
        : new RowSource(alias, "(%s) %s".formatted(owners, alias), "true");
  }

  /**
   * The same, each with how well its texts fit the words.
   *
   * @param wanted what the filter looks for in texts
   */
  RowSource ranked(TypeModel type, RowSource source, @Nullable Object filter, SearchText wanted) {
    return filters.isPhrase(type, filter)
        ? ranked(type, loosely(type, source, filter), wanted, "fit.relevance is not null")
        : ranked(type, strictly(type, source, filter), wanted, "true");
  }

  private RowSource strictly(TypeModel type, RowSource source, @Nullable Object filter) {
    return source.and(filters.condition(type, source.alias(), filter));
  }

  /** The words of a phrase may stand apart. */
  private RowSource loosely(TypeModel type, RowSource source, @Nullable Object filter) {
    return source.and(filters.looseCondition(type, source.alias(), filter));
  }

  private RowSource together(TypeModel type, RowSource loose, SearchText wanted) {
    FullText text = type.textsOrThrow();
    String asked = "phrase_" + loose.alias();
    return new RowSource(
        loose.alias(),
        "(with %1$s select %2$s.* from %3$s where %4$s) %2$s"
            .formatted(
                texts.asked(asked, text, wanted),
                loose.alias(),
                first(loose),
                FullTextSql.together(text, loose.alias() + ".id", asked)),
        "true");
  }

  private RowSource ranked(TypeModel type, RowSource found, SearchText wanted, String fitting) {
    FullText text = type.textsOrThrow();
    String asked = "asked_" + found.alias();
    return new RowSource(
        found.alias(),
        "(with %1$s select %2$s.*, coalesce(fit.relevance, 0) as %3$s from %4$s cross join lateral (%5$s) fit where %6$s) %2$s"
            .formatted(
                texts.asked(asked, text, wanted),
                found.alias(),
                OrderKey.RELEVANCE.column(),
                first(found),
                FullTextSql.fit(text, found.alias() + ".id", asked),
                fitting),
        "true");
  }

  /** The rows, found before anything else is asked of them. */
  private static String first(RowSource rows) {
    return "(select %1$s.* from %2$s where %3$s offset 0) %1$s"
        .formatted(rows.alias(), rows.from(), rows.where());
  }
}
