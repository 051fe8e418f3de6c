package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes counts: the rows that a filter lets through with their values in each dimension, grouped
 * by these. A row that has one value twice, as by two speakers of a rank, counts once under it.
 */
final class StatisticsSql {
  private static final int MOST_GROUPS = 10_000;
  private static final int USUAL_GROUPS = 1_000;
  private static final int MOST_FACETS = 100;
  private static final int USUAL_FACETS = 20;

  private final Model model;
  private final SelectionSql selections;
  private final FoundRows rows;
  private final Binds binds;

  StatisticsSql(Model model, SelectionSql selections, FilterSql filters, Binds binds) {
    this.model = model;
    this.selections = selections;
    this.rows = new FoundRows(filters, new FullTextSql(binds));
    this.binds = binds;
  }

  /** The rows of a root field such as {@code statementStatistics}, as a list of its groups. */
  String groups(TypeModel type, Selection field) {
    String row = selections.alias();
    List<Dimension> dimensions =
        ((List<?>) field.arguments().getOrDefault("groupBy", List.of()))
            .stream().distinct().map(name -> type.dimension(String.valueOf(name))).toList();
    int first = first(field, MOST_GROUPS, USUAL_GROUPS);
    RowSource found =
        rows.filtered(type, RowSource.all(type, row), field.arguments().get("filter"));
    String counted = counted(type, dimensions, found.and(groupCondition(field)));
    String keys =
        IntStream.range(0, dimensions.size())
            .mapToObj(i -> "k" + i + ", l" + i)
            .collect(Collectors.joining(", "));
    var object = new JsonObject();
    var joined = new LinkedHashMap<String, Measure>();
    var measures = new LinkedHashMap<String, Measure>();
    for (Selection part : field.on(type.name() + "Group")) {
      object.put(part.key(), groupField(type, dimensions, part, measures, joined));
    }
    String aggregates =
        measures.values().stream()
            .map(
                measure ->
                    ", "
                        + measure.aggregate().replace("{row}", "c")
                        + " as "
                        + Names.quoted(measure.name()))
            .collect(Collectors.joining());
    String order = order("", dimensions.size());
    return "(with c as materialized (%s) select coalesce(json_agg(%s%s), '[]') from (select %s%s from c%s%s limit %d) g%s)"
        .formatted(
            counted,
            object.sql(),
            order("g.", dimensions.size()),
            keys.isEmpty() ? "count(*) as all_of_them" : keys,
            aggregates,
            keys.isEmpty() ? "" : " group by " + keys,
            order,
            first,
            joins(dimensions.size(), joined));
  }

  /** The values of one dimension among the rows of a connection, the most frequent first. */
  String facets(TypeModel type, RowSource source, Selection field) {
    Dimension dimension = type.dimension(String.valueOf(field.arguments().get("dimension")));
    int first = first(field, MOST_FACETS, USUAL_FACETS);
    var object = new JsonObject();
    for (Selection part : field.on("Facet")) {
      object.put(
          part.key(),
          switch (part.name()) {
            case "__typename" -> "'Facet'";
            case "value" -> "f.k0";
            case "label" -> "coalesce(f.l0, 'unknown')";
            case "count" -> "f.count";
            default -> throw new IllegalStateException("no field " + part.name() + " in Facet");
          });
    }
    return "(select coalesce(json_agg(%s order by f.count desc, f.k0 nulls last), '[]') from (select k0, l0, count(*) from (%s) c group by k0, l0 order by count(*) desc, k0 nulls last limit %d) f)"
        .formatted(object.sql(), counted(type, List.of(dimension), source), first);
  }

  /** The rows with their values: once for each value that a row has. */
  private String counted(TypeModel type, List<Dimension> dimensions, RowSource source) {
    String row = source.alias();
    var columns = new ArrayList<String>();
    columns.add(row + ".id");
    type.measures().values().stream()
        .map(Measure::column)
        .filter(column -> !column.isEmpty())
        .distinct()
        .forEach(column -> columns.add(row + "." + Names.quoted(column)));
    for (int i = 0; i < dimensions.size(); i++) {
      columns.add(in(dimensions.get(i).value(), row) + " as k" + i);
      columns.add(in(dimensions.get(i).label(), row) + " as l" + i);
    }
    return "select %s%s from %s%s where %s"
        .formatted(
            dimensions.stream().anyMatch(Dimension::several) ? "distinct " : "",
            String.join(", ", columns),
            source.from(),
            dimensions.stream()
                .map(Dimension::join)
                .filter(join -> !join.isEmpty())
                .map(join -> " " + in(join, row))
                .collect(Collectors.joining()),
            source.where());
  }

  private String groupField(
      TypeModel type,
      List<Dimension> dimensions,
      Selection part,
      Map<String, Measure> measures,
      Map<String, Measure> joined) {
    if (part.isTypename()) {
      return "'" + type.name() + "Group'";
    }
    if (part.name().equals("keys")) {
      return keys(dimensions, part);
    }
    Measure measure = type.measures().get(part.name());
    if (measure == null) {
      throw new IllegalStateException("no measure " + part.name() + " of " + type.name());
    }
    if (measure.join().isEmpty()) {
      measures.put(measure.name(), measure);
      return "g." + Names.quoted(measure.name());
    }
    joined.put(measure.name(), measure);
    return "coalesce(%s.counted, 0)".formatted(Names.quoted("of_" + measure.name()));
  }

  private static String keys(List<Dimension> dimensions, Selection field) {
    var keys = new ArrayList<String>();
    for (int i = 0; i < dimensions.size(); i++) {
      var key = new JsonObject();
      for (Selection part : field.on("GroupKey")) {
        key.put(
            part.key(),
            switch (part.name()) {
              case "__typename" -> "'GroupKey'";
              case "dimension" -> "'" + dimensions.get(i).name() + "'";
              case "value" -> "g.k" + i;
              case "label" -> "coalesce(g.l" + i + ", 'unknown')";
              default ->
                  throw new IllegalStateException("no field " + part.name() + " in GroupKey");
            });
      }
      keys.add(key.sql());
    }
    return "json_build_array(" + String.join(", ", keys) + ")";
  }

  /** Measures over other rows are counted apart, and found again by the group's values. */
  private static String joins(int dimensions, Map<String, Measure> joined) {
    String keys =
        IntStream.range(0, dimensions).mapToObj(i -> ", k" + i).collect(Collectors.joining());
    String grouped = keys.isEmpty() ? "" : " group by " + keys.substring(2);
    return joined.values().stream()
        .map(
            measure -> {
              String alias = Names.quoted("of_" + measure.name());
              // no value is an empty text, so that an unknown one can be compared as such
              String same =
                  IntStream.range(0, dimensions)
                      .mapToObj(
                          i ->
                              "coalesce(%1$s.k%2$d, '') = coalesce(g.k%2$d, '')"
                                  .formatted(alias, i))
                      .collect(Collectors.joining(" and "));
              return " left join (select %s as counted%s from c %s%s) %s on %s"
                  .formatted(
                      measure.aggregate().replace("{row}", "c"),
                      keys,
                      measure.join().replace("{row}", "c"),
                      grouped,
                      alias,
                      same.isEmpty() ? "true" : same);
            })
        .collect(Collectors.joining());
  }

  private static String order(String alias, int dimensions) {
    return dimensions == 0
        ? ""
        : IntStream.range(0, dimensions)
            .mapToObj(i -> alias + "k" + i + " nulls last")
            .collect(Collectors.joining(", ", " order by ", ""));
  }

  private String groupCondition(Selection field) {
    if (!(field.arguments().get("groups") instanceof List<?> wanted)
        || !((List<?>) field.arguments().getOrDefault("groupBy", List.of())).contains("GROUP")) {
      return "true";
    }
    if (wanted.size() > FilterSize.MOST_VALUES) {
      throw new BadInput(
          "groups: at most %d at once, not %d.".formatted(FilterSize.MOST_VALUES, wanted.size()));
    }
    TypeModel actor = model.type("Actor");
    return wanted.stream()
        .map(by -> selections.key(actor, new Row(GROUP_ALIAS), (Map<?, ?>) by))
        .collect(
            Collectors.collectingAndThen(
                Collectors.joining(" or "), any -> any.isEmpty() ? "false" : "(" + any + ")"));
  }

  private static final String GROUP_ALIAS = "counted_group";

  private static String in(String template, String row) {
    return template.replace("{row}", row).replace("{group}", GROUP_ALIAS);
  }

  private static int first(Selection field, int most, int usual) {
    @Nullable Object first = field.arguments().get("first");
    if (!(first instanceof Integer wanted)) {
      return usual;
    }
    if (wanted < 1 || wanted > most) {
      throw new BadInput("first: 1 to %d, not %d.".formatted(most, wanted));
    }
    return wanted;
  }
}
