package org.meetingrecords.read;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * All that the reader knows of one type.
 *
 * @param name the type in the schema
 * @param table its table; null for rows without identity
 * @param letters what its ids begin with; null where it has none
 * @param record whether it is a citable thing
 * @param properties how each field is read
 * @param orders each value of its {@code …OrderField}
 * @param dimensions what its rows can be counted by
 * @param measures what is counted of its rows
 * @param indexes the columns of each B-tree index of its table
 * @param searched columns that say what its rows are called
 * @param filters conditions that only filters take, beside those that follow from the fields
 */
record TypeModel(
    String name,
    @Nullable String table,
    @Nullable String letters,
    boolean record,
    Map<String, Property> properties,
    Map<String, List<OrderKey>> orders,
    List<List<String>> indexes,
    List<String> searched,
    Map<String, FilterField> filters,
    Map<String, Dimension> dimensions,
    Map<String, Measure> measures) {

  /** Where the words of its texts are found, if a filter can look for any. */
  Optional<FullText> texts() {
    return filters.values().stream()
        .filter(FilterField.Text.class::isInstance)
        .map(field -> ((FilterField.Text) field).texts())
        .findFirst();
  }

  FullText textsOrThrow() {
    return texts().orElseThrow(() -> new IllegalStateException("type " + name + " has no texts"));
  }

  /** Whether an index gives the rows that have one value in a column in this order, then by id. */
  boolean isIndexed(String column, OrderKey order) {
    var wanted = List.of(column, order.column(), "id");
    return indexes.stream()
        .anyMatch(index -> index.size() >= wanted.size() && index.subList(0, 3).equals(wanted));
  }

  /** As {@code RecordType} names it. */
  String recordType() {
    return Names.upperSnake(name);
  }

  String tableOrThrow() {
    if (table == null) {
      throw new IllegalStateException("type " + name + " has no table of its own");
    }
    return table;
  }

  Dimension dimension(String dimension) {
    Dimension found = dimensions.get(dimension);
    if (found == null) {
      throw new IllegalStateException("no dimension " + dimension + " of " + name);
    }
    return found;
  }

  Property property(String field) {
    Property property = properties.get(field);
    if (property == null) {
      throw new IllegalStateException("no field " + name + "." + field);
    }
    return property;
  }
}
