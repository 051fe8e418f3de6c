package org.meetingrecords.importing.loading;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** How the columns that a format fills are read from its staged rows, as SQL. */
final class Filled {

  private final Shape shape;
  private final Map<String, String> columns = new TreeMap<>();
  private final List<String> own = new ArrayList<>();
  private final StringBuilder joins = new StringBuilder();

  Filled(Stage stage) {
    shape = stage.shape();
    for (String column : stage.columns()) {
      if (!column.equals(Stage.RECORD_TABLE)) {
        add(column);
      }
    }
  }

  private void add(String column) {
    Optional<String> target = shape.target(column);
    if (target.isEmpty()) {
      columns.put(column, "stage.\"" + column + '"');
      return;
    }
    if (shape.pointsAtItself(column)) {
      own.add(column);
      columns.put(column, "null::bigint");
      return;
    }
    String alias = "link_" + column;
    boolean any = target.get().equals("record");
    joins.append(
        """
        left join import_key %1$s on %1$s.type = %2$s and %1$s.key = stage."%3$s"
        """
            .formatted(
                alias, any ? "stage." + Stage.RECORD_TABLE : "'" + target.get() + "'", column));
    columns.put(column, alias + ".id");
    String type = column.replaceFirst("_id$", "_type");
    if (any && shape.has(type)) {
      columns.put(type, "upper(%s.type)".formatted(alias));
    }
  }

  /** Each column with what it is filled from. */
  Map<String, String> columns() {
    return columns;
  }

  /** Links to rows of the same table: empty at first, as those have no ids yet. */
  List<String> own() {
    return own;
  }

  String joins() {
    return joins.toString();
  }

  String selected() {
    return columns.entrySet().stream()
        .map(column -> column.getValue() + " as \"" + column.getKey() + '"')
        .collect(Collectors.joining(", "));
  }

  /** What the natural key looks at and the format does not fill, each with a comma before it. */
  String empty() {
    return shape.keyColumns().stream()
        .filter(column -> !columns.containsKey(column))
        .map(column -> ", %s as \"%s\"".formatted(shape.otherwise(column), column))
        .collect(Collectors.joining());
  }
}
