package org.meetingrecords.bundle;

import java.util.ArrayList;
import java.util.List;
import org.meetingrecords.bundle.BundleField.AnyLink;
import org.meetingrecords.bundle.BundleField.Link;
import org.meetingrecords.bundle.BundleField.Links;
import org.meetingrecords.bundle.BundleField.Parts;
import org.meetingrecords.bundle.BundleField.Span;
import org.meetingrecords.bundle.BundleField.Value;

/**
 * The queries that tell which lines a bundle must have so that all in it that points leads there.
 */
final class ReferenceSql {
  private final Layout layout;
  private final List<String> branches = new ArrayList<>();
  private int aliases;

  ReferenceSql(Layout layout) {
    this.layout = layout;
  }

  /**
   * To what the lines of some rows point, and all that stands in these: the table, and the id of
   * the row that has the line. The rows' ids are an array that is to be bound.
   */
  String from(BundleType type) {
    branches.clear();
    String row = alias();
    follow(type, row, "line " + row);
    return """
        with line as materialized (select * from "%s" where id = any (?))
        select distinct found.* from (
          %s) found (type, id)
        where found.id is not null
        """
        .formatted(type.table(), String.join("\n  union all ", branches));
  }

  /** In which lines some rows stand that have none of their own; their ids are to be bound. */
  String lines(String table) {
    return "select distinct '%s', %s from unnest(?) part (id)"
        .formatted(lineTable(table), line(table, "part.id"));
  }

  private void follow(BundleType type, String row, String from) {
    var targets = new ArrayList<String>();
    for (BundleField field : type.fields()) {
      switch (field) {
        case Link link -> targets.add(target(link.target(), row + "." + link.column()));
        case AnyLink link -> {
          String id = row + "." + link.column();
          targets.add(
              "((select lower(type) from record where record.id = %1$s), %1$s)".formatted(id));
        }
        case Links links -> {
          String other = alias();
          branches.add(
              branch(
                  joined(from, links.table(), other, links.owner(), row),
                  List.of(target(links.target(), other + "." + links.column()))));
        }
        case Parts parts -> {
          String other = alias();
          follow(
              parts.type(), other, joined(from, parts.type().table(), other, parts.owner(), row));
        }
        case Value _, Span _ -> {}
      }
    }
    if (!targets.isEmpty()) {
      branches.add(branch(from, targets));
    }
  }

  private static String joined(String from, String table, String alias, String owner, String row) {
    return "%s join \"%s\" %s on %s.%s = %s.id".formatted(from, table, alias, alias, owner, row);
  }

  private static String branch(String from, List<String> targets) {
    return "select target.* from %s cross join lateral (values %s) target"
        .formatted(from, String.join(", ", targets));
  }

  private String target(String table, String id) {
    return "('%s', %s)".formatted(lineTable(table), line(table, id));
  }

  /** The table whose rows have the lines in which those of this one stand. */
  private String lineTable(String table) {
    return layout.hasLines(table) ? table : lineTable(layout.owner(table).table());
  }

  private String line(String table, String id) {
    if (layout.hasLines(table)) {
      return id;
    }
    var owner = layout.owner(table);
    return line(
        owner.table(),
        "(select own.%s from \"%s\" own where own.id = %s)".formatted(owner.column(), table, id));
  }

  private String alias() {
    return "t" + ++aliases;
  }
}
