package org.meetingrecords.export;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.meetingrecords.read.Rows;
import org.meetingrecords.read.Shape;
import org.meetingrecords.read.Shown;

/**
 * Nodes as rows and columns. Objects lie flat, under dotted paths of response keys; a list is one
 * cell, unless it is exploded: then each of its entries is a row.
 */
final class Table {

  /** Where a value is found. */
  sealed interface Place {
    /** In a column of the database's row. */
    record Cell(int column) implements Place {}

    /** In the JSON that a column of the database's row holds, below these keys. */
    record Below(int column, List<String> keys) implements Place {}

    /** In the entry of an exploded list, below these keys. */
    record Entry(int list, List<String> keys) implements Place {}
  }

  /**
   * @param path the dotted path
   * @param name the path without what is there for the sake of pages, unless another has that name
   * @param shape a single value or a list
   * @param description what the schema says of the field
   */
  record Column(String path, String name, Shape shape, Place place, String description) {
    boolean isList() {
      return shape instanceof Shape.Many;
    }

    Column withWholeName() {
      return new Column(path, path, shape, place, description);
    }
  }

  /**
   * Where a field stands.
   *
   * @param name what columns below it are called after
   */
  private record Spot(String path, String name) {
    Spot below(Shape.Field field, boolean named) {
      return new Spot(path + "." + field.key(), named ? name + "." + field.key() : name);
    }
  }

  private final Map<String, Integer> values = new HashMap<>();
  private final Map<String, Integer> documents = new HashMap<>();
  private final List<Column> columns = new ArrayList<>();
  private final List<Place> exploded = new ArrayList<>();
  private final int width;
  private final Set<String> wanted;
  private final Set<String> lists = new TreeSet<>();

  private Table(Rows rows, List<String> explode) {
    width = rows.columns().size();
    wanted = new LinkedHashSet<>(explode);
    for (int i = 0; i < rows.columns().size(); i++) {
      Rows.Column column = rows.columns().get(i);
      String path = String.join(".", column.path());
      switch (column.content()) {
        case VALUE -> values.put(path, i);
        case JSON -> documents.put(path, i);
        case PRESENCE, NODE -> {}
      }
    }
    rows.shape().fields().forEach(field -> inRow(field, field.key()));
    tellApart();
  }

  /**
   * @param explode dotted paths of lists
   * @throws ExportRefused when one of them is no list of the query
   */
  static Table of(Rows rows, List<String> explode) {
    var table = new Table(rows, explode);
    for (String path : explode) {
      if (!table.lists.contains(path)) {
        throw ExportRefused.badInput(
            "explode: the query has no list %s; %s"
                .formatted(
                    Shown.text(path),
                    table.lists.isEmpty()
                        ? "there is no list in it."
                        : "its lists are " + String.join(", ", table.lists) + "."));
      }
    }
    return table;
  }

  List<Column> columns() {
    return columns;
  }

  /** Of each exploded list, where it is found; a list comes after those that it is in. */
  List<Place> exploded() {
    return exploded;
  }

  private void inRow(Shape.Field field, String path) {
    Integer document = documents.get(path);
    Integer value = values.get(path);
    if (document != null) {
      inDocument(field, new Spot(path, path), field.shape(), new Place.Below(document, List.of()));
    } else if (value != null) {
      columns.add(
          new Column(path, path, field.shape(), new Place.Cell(value), field.description()));
    } else {
      inRow(field.shape(), path);
    }
  }

  private void inRow(Shape shape, String path) {
    switch (shape) {
      case Shape.Struct(List<Shape.Field> fields) ->
          fields.forEach(each -> inRow(each, path + "." + each.key()));
      case Shape.Many(Shape element) -> {
        // The database has exploded it.
        lists.add(path);
        inRow(element, path);
      }
      case Shape.Leaf _ -> throw new IllegalStateException("no column for " + path);
    }
  }

  private void inDocument(Shape.Field field, Spot spot, Shape shape, Place place) {
    switch (shape) {
      case Shape.Struct(List<Shape.Field> fields) ->
          fields.forEach(
              each -> inDocument(each, below(spot, each), each.shape(), below(place, each.key())));
      case Shape.Many(Shape element) -> {
        lists.add(spot.path());
        if (explodes(spot.path())) {
          exploded.add(place);
          inDocument(field, spot, element, new Place.Entry(exploded.size() - 1, List.of()));
        } else {
          collectLists(element, spot.path());
          add(field, spot, shape, asCell(place));
        }
      }
      case Shape.Leaf leaf -> add(field, spot, leaf, place);
    }
  }

  private void add(Shape.Field field, Spot spot, Shape shape, Place place) {
    columns.add(new Column(spot.path(), spot.name(), shape, place, field.description()));
  }

  /** What only pages need is in the name of a list that stays one, and not of its entries. */
  private Spot below(Spot spot, Shape.Field field) {
    Spot whole = spot.below(field, true);
    boolean isRow = !(field.shape() instanceof Shape.Many) || explodes(whole.path());
    return field.ofPage() && isRow ? spot.below(field, false) : whole;
  }

  /** Columns that would share a name are called by their whole paths. */
  private void tellApart() {
    for (Set<String> shared = shared(); !shared.isEmpty(); shared = shared()) {
      Set<String> several = shared;
      columns.replaceAll(
          column -> several.contains(column.name()) ? column.withWholeName() : column);
    }
  }

  private Set<String> shared() {
    Set<String> seen = new HashSet<>();
    return columns.stream()
        .map(Column::name)
        .filter(name -> !seen.add(name))
        .collect(Collectors.toSet());
  }

  /** A list in an exploded list takes the outer one with it. */
  private boolean explodes(String path) {
    return wanted.stream().anyMatch(each -> each.equals(path) || each.startsWith(path + "."));
  }

  /** So that a refusal can name the lists in lists too. */
  private void collectLists(Shape shape, String path) {
    switch (shape) {
      case Shape.Struct(List<Shape.Field> fields) ->
          fields.forEach(each -> collectLists(each.shape(), path + "." + each.key()));
      case Shape.Many(Shape element) -> {
        lists.add(path);
        collectLists(element, path);
      }
      case Shape.Leaf _ -> {}
    }
  }

  /** The whole of a document needs no look inside. */
  private static Place asCell(Place place) {
    return place instanceof Place.Below(int column, List<String> keys) && keys.isEmpty()
        ? new Place.Cell(column)
        : place;
  }

  private static Place below(Place place, String key) {
    return switch (place) {
      case Place.Cell cell -> new Place.Below(cell.column(), List.of(key));
      case Place.Below(int column, List<String> keys) ->
          new Place.Below(column, Stream.concat(keys.stream(), Stream.of(key)).toList());
      case Place.Entry(int list, List<String> keys) ->
          new Place.Entry(list, Stream.concat(keys.stream(), Stream.of(key)).toList());
    };
  }

  /** How many columns the database's rows have. */
  int width() {
    return width;
  }
}
