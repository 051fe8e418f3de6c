package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a filter asks, in the forms in which rows are found by it: as a condition, as what it looks
 * for in texts, as rows that others point at.
 */
final class FilterSql {
  private final Model model;
  private final Binds binds;
  private final Supplier<String> aliases;

  FilterSql(Model model, Binds binds, Supplier<String> aliases) {
    this.model = model;
    this.binds = binds;
    this.aliases = aliases;
  }

  /** The condition on the row with this alias; {@code true} where the filter asks for nothing. */
  String condition(TypeModel type, String alias, @Nullable Object filter) {
    return whole(false).of(type, alias, filter);
  }

  /**
   * The same, but the words of phrases that the filter itself looks for, and not one within it, may
   * stand apart.
   */
  String looseCondition(TypeModel type, String alias, @Nullable Object filter) {
    return whole(true).of(type, alias, filter);
  }

  /** Writes one filter. */
  private FilterCondition whole(boolean loosely) {
    return new FilterCondition(model, binds, aliases, loosely);
  }

  /**
   * The ids of the rows that a filter lets through, out of the table of links that alone it asks
   * of; null where it asks for anything else of them, or for nothing.
   */
  @Nullable String owners(TypeModel type, @Nullable Object filter) {
    var asked = new HashMap<>(FilterCondition.entries(filter));
    asked.values().removeIf(Objects::isNull);
    if (asked.size() != 1) {
      return null;
    }
    var entry = asked.entrySet().iterator().next();
    return model.filterFields(type).get(entry.getKey())
            instanceof FilterField.Some(String target, Relation relation, var _)
        ? owners(model.type(target), relation, entry.getValue())
        : null;
  }

  private @Nullable String owners(TypeModel target, Relation relation, @Nullable Object filter) {
    String owner = relation.owner();
    if (owner == null) {
      return null;
    }
    String row = aliases.get();
    String condition = whole(false).ofEntry(target, row, filter);
    return condition.equals("true")
        ? null
        : "select distinct %s as id from %s where %s"
            .formatted(
                owner,
                FilterCondition.withoutArguments(relation.from(), new Row(row).names(), target),
                condition);
  }

  /**
   * Whether {@link #looseCondition} has a phrase to be loose with, and the filter no other text.
   */
  boolean isPhrase(TypeModel type, @Nullable Object filter) {
    var fields = model.filterFields(type);
    var found = new ArrayList<SearchText>();
    collectWanted(type, filter, found);
    return found.size() == 1
        && found.getFirst().isPhrase()
        && FilterCondition.entries(filter).entrySet().stream()
            .anyMatch(
                entry ->
                    entry.getValue() != null
                        && fields.get(entry.getKey()) instanceof FilterField.Text);
  }

  /**
   * What a filter looks for in the texts of a type's rows, wherever in it that is said but under
   * {@code not}; null where it looks for nothing.
   */
  @Nullable SearchText wanted(TypeModel type, @Nullable Object filter) {
    var found = new ArrayList<SearchText>();
    collectWanted(type, filter, found);
    return found.isEmpty() ? null : SearchText.any(found);
  }

  /**
   * The condition of a filter with the one on what the rows point at taken the other way round,
   * where the rows of a link come in the page's order by an index; null where none do.
   */
  @Nullable Fan fan(TypeModel type, String alias, @Nullable Object filter, Page page) {
    if (page.order().size() != 1) {
      return null;
    }
    OrderKey order = page.order().getFirst();
    var fields = model.filterFields(type);
    for (var entry : FilterCondition.entries(filter).entrySet()) {
      if (entry.getValue() != null
          && fields.get(entry.getKey())
              instanceof FilterField.Link(String target, String column, var _)
          && type.isIndexed(column, order)) {
        String few = aliases.get();
        var whole = whole(false);
        String condition = whole.ofEntry(model.type(target), few, entry.getValue());
        var others = new HashMap<>(FilterCondition.entries(filter));
        others.remove(entry.getKey());
        return condition.equals("true")
            ? null
            : Fan.of(
                few,
                model.type(target).tableOrThrow(),
                condition,
                column,
                whole.of(type, alias, others));
      }
    }
    return null;
  }

  private void collectWanted(TypeModel type, @Nullable Object filter, List<SearchText> found) {
    var fields = model.filterFields(type);
    FilterCondition.entries(filter)
        .forEach(
            (name, value) -> {
              if (name.equals("and") || name.equals("or")) {
                FilterCondition.list(value).forEach(each -> collectWanted(type, each, found));
              } else if (fields.get(name) instanceof FilterField.Text && value != null) {
                found.add(SearchText.parse(name, (String) value));
              }
            });
  }
}
