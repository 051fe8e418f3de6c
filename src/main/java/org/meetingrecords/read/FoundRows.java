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
    String asked = "phrase_" + loose.alias();
    String fits = FullTextSql.together(type.textsOrThrow(), loose.alias() + ".id", asked);
    return lookedAt(type, loose, asked, wanted, "", "", fits);
  }

  private RowSource ranked(TypeModel type, RowSource found, SearchText wanted, String fitting) {
    String asked = "asked_" + found.alias();
    String fit = FullTextSql.fit(type.textsOrThrow(), found.alias() + ".id", asked);
    return lookedAt(
        type,
        found,
        asked,
        wanted,
        ", coalesce(fit.relevance, 0) as " + OrderKey.RELEVANCE.column(),
        " cross join lateral (%s) fit".formatted(fit),
        fitting);
  }

  /**
   * Rows that are all found before their texts are looked at.
   *
   * @param asked the name under which the words looked for are in reach
   */
  private RowSource lookedAt(
      TypeModel type,
      RowSource rows,
      String asked,
      SearchText wanted,
      String columns,
      String joins,
      String where) {
    return new RowSource(
        rows.alias(),
        "(with %1$s select %2$s.*%3$s from (select %2$s.* from %4$s where %5$s offset 0) %2$s%6$s where %7$s) %2$s"
            .formatted(
                texts.asked(asked, type.textsOrThrow(), wanted),
                rows.alias(),
                columns,
                rows.from(),
                rows.where(),
                joins,
                where),
        "true");
  }
}
