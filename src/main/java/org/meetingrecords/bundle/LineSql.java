package org.meetingrecords.bundle;

import java.util.ArrayList;
import java.util.stream.Collectors;
import org.meetingrecords.bundle.BundleField.AnyLink;
import org.meetingrecords.bundle.BundleField.Kind;
import org.meetingrecords.bundle.BundleField.Link;
import org.meetingrecords.bundle.BundleField.Links;
import org.meetingrecords.bundle.BundleField.Parts;
import org.meetingrecords.bundle.BundleField.Span;
import org.meetingrecords.bundle.BundleField.Value;

/**
 * The query that gives the lines of one type, each as finished JSON. What is empty, and what is as
 * the database fills it in, is left out.
 */
final class LineSql {

  private static final String SLUG = "(select slug from record where record.id = %s)";

  private final Layout layout;
  private final Keys keys;
  private int aliases;

  LineSql(Layout layout, Keys keys) {
    this.layout = layout;
    this.keys = keys;
  }

  /** How rows that are no records are called in a bundle, by which others point at them. */
  @FunctionalInterface
  interface Keys {
    /** SQL of a text. */
    String of(String table, String id);
  }

  /** All lines of a type, in an order that depends on nothing but what the records say. */
  String lines(BundleType type) {
    return lines(type, ordered(type));
  }

  /** The lines of those rows of a type whose ids are in an array that is to be bound. */
  String some(BundleType type) {
    return lines(
        type,
        "select * from \"%s\" where id = any (?) order by id offset 0".formatted(type.table()));
  }

  private String lines(BundleType type, String rows) {
    String row = alias();
    return """
        select json_strip_nulls((select row_to_json(line) from (
          select '%1$s' as "type", %2$s) line))
        from (%3$s) %4$s
        """
        .formatted(type.name(), fields(type, row), rows, row);
  }

  /** By slug; rows without one by the slugs of what they always belong to, then as they came. */
  private String ordered(BundleType type) {
    if (type.record()) {
      return "select * from \"%s\" order by slug collate \"C\" offset 0".formatted(type.table());
    }
    var joins = new StringBuilder();
    var order = new ArrayList<String>();
    for (BundleField field : type.fields()) {
      if (field instanceof Link || field instanceof AnyLink) {
        String column = field instanceof Link link ? link.column() : ((AnyLink) field).column();
        if (field.required()) {
          String owner = "owner_" + order.size();
          joins.append(" left join record %1$s on %1$s.id = own.%2$s".formatted(owner, column));
          order.add(owner + ".slug collate \"C\"");
        }
      }
    }
    order.add(order(type, "own"));
    return "select own.* from \"%s\" own%s order by %s offset 0"
        .formatted(type.table(), joins, String.join(", ", order));
  }

  private String fields(BundleType type, String row) {
    var fields = new ArrayList<String>();
    if (type.keyed()) {
      fields.add(keys.of(type.table(), row + ".id") + " as \"key\"");
    }
    for (BundleField field : type.fields()) {
      fields.add("%s as \"%s\"".formatted(value(field, row), field.name()));
    }
    return String.join(",\n  ", fields);
  }

  private String value(BundleField field, String row) {
    return switch (field) {
      case Value value -> {
        String column = "%s.\"%s\"".formatted(row, value.column());
        yield value.otherwise() == null
            ? column
            : "nullif(%s, '%s')".formatted(column, value.otherwise());
      }
      case Span span ->
          """
          case when %1$s.%2$s_precision is not null then json_build_object('from', %1$s.%2$s_from, \
          'to', %1$s.%2$s_to, 'precision', %1$s.%2$s_precision, 'asRecorded', %1$s.%2$s_as_recorded) end"""
              .formatted(row, span.prefix());
      case Link link -> reference(link.target(), "%s.\"%s\"".formatted(row, link.column()));
      case AnyLink link ->
          """
          (select json_build_object('type', initcap(type), 'ref', slug) from record where record.id = %s.%s)"""
              .formatted(row, link.column());
      case Links links -> {
        String other = alias();
        String reference = reference(links.target(), other + "." + links.column());
        yield "(select json_agg(%1$s order by %1$s collate \"C\") from \"%2$s\" %3$s where %3$s.%4$s = %5$s.id)"
            .formatted(reference, links.table(), other, links.owner(), row);
      }
      case Parts parts -> {
        String other = alias();
        yield """
            (select json_agg((select row_to_json(part) from (select %1$s) part) order by %2$s)
            from "%3$s" %4$s where %4$s.%5$s = %6$s.id)"""
            .formatted(
                fields(parts.type(), other),
                order(parts.type(), other),
                parts.type().table(),
                other,
                parts.owner(),
                row);
      }
    };
  }

  private String reference(String target, String id) {
    return layout.isRecord(target) ? SLUG.formatted(id) : keys.of(target, id);
  }

  /** As the rows came; those that have no number of their own by what they say. */
  private String order(BundleType type, String row) {
    if (layout.hasId(type.table())) {
      return row + ".id";
    }
    return type.fields().stream()
        .filter(Value.class::isInstance)
        .map(Value.class::cast)
        .map(
            value ->
                "%s.\"%s\"%s"
                    .formatted(
                        row, value.column(), value.kind() == Kind.TEXT ? " collate \"C\"" : ""))
        .collect(Collectors.joining(", "));
  }

  private String alias() {
    return "t" + ++aliases;
  }
}
