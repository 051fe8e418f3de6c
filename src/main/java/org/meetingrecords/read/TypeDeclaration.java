package org.meetingrecords.read;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is declared of one type, beyond what the conventions of {@link Declaration} give. */
public final class TypeDeclaration {
  final String type;
  final Map<String, String> values = new LinkedHashMap<>();
  final Map<String, Relation> relations = new LinkedHashMap<>();
  final Map<String, String> links = new LinkedHashMap<>();
  final Map<String, List<String>> orders = new LinkedHashMap<>();
  final Map<String, OrderKey.Link> linkedOrders = new LinkedHashMap<>();
  final Map<String, FilterField> filters = new LinkedHashMap<>();
  final Map<String, Dimension> dimensions = new LinkedHashMap<>();
  final Map<String, Measure> measures = new LinkedHashMap<>();
  @Nullable String letters;
  List<String> searched = List.of();
  private boolean record;
  private boolean declared;

  TypeDeclaration(String type) {
    this.type = type;
  }

  /** The name of the type's table. */
  public String table() {
    return Names.snake(type);
  }

  public boolean isRecord() {
    return record;
  }

  /**
   * A field that is computed: SQL with {@code {row}} and the field's arguments, as {@code
   * {length}}.
   */
  public TypeDeclaration value(String field, String sql) {
    return once(values, field, sql);
  }

  /** The rows of a list or a connection. */
  public TypeDeclaration rows(String field, Relation relation) {
    return once(relations, field, relation);
  }

  /** The column of a to-one field that is not named after it. */
  public TypeDeclaration link(String field, String column) {
    return once(links, field, column);
  }

  /** A to-one link offered in filters only, described for the schema. */
  public TypeDeclaration filterLink(String name, String target, String column, String description) {
    return once(filters, name, new FilterField.Link(target, column, description));
  }

  /** A condition of filters only, described for the schema: some of these rows fulfil it. */
  public TypeDeclaration filterSome(String name, String target, Relation rows, String description) {
    return once(filters, name, new FilterField.Some(target, rows, description));
  }

  /** The same for a list of conditions: each is fulfilled by some of these rows. */
  public TypeDeclaration filterEach(String name, String target, Relation rows, String description) {
    return once(filters, name, new FilterField.Each(target, rows, description));
  }

  /**
   * The words of the type's texts: an entry of its filter, described for the schema, and with it
   * {@code RELEVANCE} among the orders, relevance and highlights on the edges.
   */
  public TypeDeclaration text(String name, FullText texts, String description) {
    return once(filters, name, new FilterField.Text(texts, description));
  }

  /** What the type's rows can be counted by. */
  public TypeDeclaration dimension(Dimension dimension) {
    return once(dimensions, dimension.name(), dimension);
  }

  /** What is counted of the type's rows. */
  public TypeDeclaration measure(Measure measure) {
    return once(measures, measure.name(), measure);
  }

  /** What its rows are called, as a search finds them: columns of text. */
  public TypeDeclaration searched(String... columns) {
    searched = List.of(columns);
    return this;
  }

  /** A value of the type's {@code …OrderField}: these columns, in turn. */
  public TypeDeclaration order(String name, String... columns) {
    return once(orders, name, List.copyOf(Arrays.asList(columns)));
  }

  /** A value of the type's {@code …OrderField}: a column of the row that a column points at. */
  public TypeDeclaration orderOver(String name, String key, String table, String column) {
    return once(linkedOrders, name, new OrderKey.Link(key, table, column));
  }

  TypeDeclaration identifiedBy(String prefix) {
    letters = prefix;
    return this;
  }

  TypeDeclaration asRecord() {
    record = true;
    return this;
  }

  TypeDeclaration declared() {
    declared = true;
    return this;
  }

  boolean isDeclared() {
    return declared;
  }

  private <T> TypeDeclaration once(Map<String, T> declarations, String name, T value) {
    if (declarations.putIfAbsent(name, value) != null) {
      throw new IllegalStateException(type + "." + name + " is declared twice");
    }
    return this;
  }
}
