package org.meetingrecords.read;

import graphql.language.EnumTypeDefinition;
import graphql.language.EnumValueDefinition;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ListType;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.Type;
import graphql.language.TypeName;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Brings together schema, declarations and database, and collects whatever matches nothing. */
final class Resolution {
  /** Types that are a shape of the protocol, not rows. */
  private static final Set<String> SHAPES =
      Set.of("Query", "Mutation", "Subscription", "PageInfo", "DateSpan");

  private static final List<String> SPAN_COLUMNS =
      List.of("_from", "_to", "_precision", "_as_recorded");

  private final TypeDefinitionRegistry schema;
  private final Types declared;
  private final Catalog catalog;
  private final List<String> problems = new ArrayList<>();

  Resolution(TypeDefinitionRegistry schema, Types declared, Catalog catalog) {
    this.schema = schema;
    this.declared = declared;
    this.catalog = catalog;
  }

  Map<String, TypeModel> resolve() {
    var definitions =
        schema.getTypes(ObjectTypeDefinition.class).stream()
            .filter(type -> !SHAPES.contains(type.getName()) && !declared.isShape(type.getName()))
            .collect(
                Collectors.toMap(
                    ObjectTypeDefinition::getName, type -> type, (a, b) -> a, TreeMap::new));
    for (var declaration : declared.declared().values()) {
      if (!definitions.containsKey(declaration.type)) {
        problems.add(
            "type %s is declared, and the schema has none of that name"
                .formatted(declaration.type));
      }
    }
    var models = new TreeMap<String, TypeModel>();
    for (var definition : definitions.values()) {
      TypeDeclaration declaration = declared.declared().get(definition.getName());
      if (declaration == null || !declaration.isDeclared()) {
        problems.add(
            "type %s of the schema is not declared by any package".formatted(definition.getName()));
      } else {
        models.put(definition.getName(), resolve(definition, declaration));
      }
    }
    schema.getTypes(EnumTypeDefinition.class).forEach(this::checkClosedList);
    if (!problems.isEmpty()) {
      throw new IllegalStateException(
          "Schema, declarations and database do not fit:\n  " + String.join("\n  ", problems));
    }
    return models;
  }

  private TypeModel resolve(ObjectTypeDefinition definition, TypeDeclaration declaration) {
    Set<String> interfaces =
        definition.getImplements().stream()
            .map(Scalar::nameOf)
            .collect(Collectors.toCollection(HashSet::new));
    interfaces.forEach(name -> declared.applyShared(name, declaration));
    String table = declaration.letters == null ? null : declaration.table();
    if (table != null && !catalog.hasTable(table)) {
      problems.add("type %s has no table %s".formatted(declaration.type, table));
    }
    var properties = new LinkedHashMap<String, Property>();
    for (FieldDefinition field : definition.getFieldDefinitions()) {
      Property property = property(declaration, table, field);
      if (property != null) {
        properties.put(field.getName(), property);
      }
    }
    Stream.of(declaration.values, declaration.relations, declaration.links)
        .flatMap(map -> map.keySet().stream())
        .filter(
            name ->
                definition.getFieldDefinitions().stream()
                    .noneMatch(field -> field.getName().equals(name)))
        .forEach(
            name ->
                problems.add(
                    "%s.%s is declared, and the schema has no such field"
                        .formatted(declaration.type, name)));
    var orders = new LinkedHashMap<String, List<OrderKey>>();
    declaration.orders.forEach(
        (name, columns) -> orders.put(name, orderKeys(declaration.type, table, columns)));
    declaration.linkedOrders.forEach(
        (name, link) -> orders.put(name, linkedOrder(declaration.type, table, link)));
    if (declaration.filters.values().stream().anyMatch(FilterField.Text.class::isInstance)) {
      orders.put("RELEVANCE", List.of(OrderKey.RELEVANCE));
    }
    return new TypeModel(
        declaration.type,
        table,
        declaration.letters,
        declaration.isRecord(),
        properties,
        orders,
        table == null ? List.of() : catalog.indexes(table),
        searched(declaration, table),
        filters(declaration, table),
        dimensions(declaration),
        declaration.measures);
  }

  private @Nullable Property property(
      TypeDeclaration declaration, @Nullable String table, FieldDefinition field) {
    String name = field.getName();
    String owner = declaration.type + "." + name;
    String type = Scalar.nameOf(field.getType());
    Scalar scalar = Scalar.of(field.getType(), schema);
    if (name.equals("id") && type.equals("ID")) {
      return new Property.Identity();
    }
    String value = declaration.values.get(name);
    if (value != null) {
      return scalar == null
          ? problem(owner + " is declared as a value and is none")
          : new Property.Value(value, scalar, !field.getInputValueDefinitions().isEmpty());
    }
    Relation relation = declaration.relations.get(name);
    boolean page = type.endsWith("Connection");
    if (page || isList(field.getType()) && scalar == null) {
      String target = page ? type.substring(0, type.length() - "Connection".length()) : type;
      return rows(declaration, field, target, relation, page);
    }
    if (relation != null) {
      return problem(owner + " is declared as rows, and the schema says it is one");
    }
    if (!field.getInputValueDefinitions().isEmpty()) {
      return problem(owner + " takes arguments, so it must be declared");
    }
    return stored(declaration, table, field, owner, type, scalar);
  }

  /**
   * Columns and links, found by their names. A type without a table is checked where a relation
   * leads to it.
   */
  private @Nullable Property stored(
      TypeDeclaration declaration,
      @Nullable String table,
      FieldDefinition field,
      String owner,
      String type,
      @Nullable Scalar scalar) {
    String column = declaration.links.getOrDefault(field.getName(), Names.snake(field.getName()));
    boolean required = field.getType() instanceof NonNullType;
    if (scalar != null) {
      checkColumn(owner, table, column, scalar, required);
      return new Property.Column(column, scalar);
    }
    if (type.equals("DateSpan")) {
      SPAN_COLUMNS.forEach(
          suffix ->
              checkColumn(
                  owner, table, column + suffix, null, required && suffix.equals("_precision")));
      return new Property.Span(column);
    }
    String link = declaration.links.getOrDefault(field.getName(), column + "_id");
    checkColumn(owner, table, link, null, required);
    if (schema.getTypeOrNull(type, InterfaceTypeDefinition.class) != null) {
      String typeColumn = link.replaceFirst("_id$", "_type");
      checkColumn(owner, table, typeColumn, null, required);
      return new Property.Any(link, typeColumn);
    }
    return new Property.One(type, link, required);
  }

  private @Nullable Property rows(
      TypeDeclaration declaration,
      FieldDefinition field,
      String target,
      @Nullable Relation relation,
      boolean page) {
    String owner = declaration.type + "." + field.getName();
    Relation rows = relation;
    if (rows == null) {
      String table = Names.snake(target);
      String column = Names.snake(declaration.type) + "_id";
      if (catalog.column(table, column).isEmpty()) {
        return problem("%s is not declared, and there is no %s.%s".formatted(owner, table, column));
      }
      rows = Relation.of(table, column);
    }
    return page
        ? new Property.Page(target, rows, orderKeys(owner, Names.snake(target), rows.order()))
        : new Property.Many(target, rows, !field.getInputValueDefinitions().isEmpty());
  }

  private void checkColumn(
      String owner,
      @Nullable String table,
      String column,
      @Nullable Scalar scalar,
      boolean required) {
    if (table == null) {
      return;
    }
    var found = catalog.column(table, column);
    if (found.isEmpty()) {
      problems.add(
          "%s is not declared, and there is no column %s.%s".formatted(owner, table, column));
      return;
    }
    if (required && found.get().nullable()) {
      problems.add(
          "%s is never null in the schema, and %s.%s may be".formatted(owner, table, column));
    }
    if (scalar != null && !scalar.list() && !found.get().type().equals(typeName(scalar.sql()))) {
      problems.add(
          "%s is %s in the schema, and %s.%s is %s"
              .formatted(owner, scalar.name(), table, column, found.get().type()));
    }
    if (scalar != null
        && scalar.enumeration()
        && !scalar.list()
        && !found.get().domain().equals(Names.snake(scalar.name()))) {
      problems.add(
          "%s is %s in the schema, and %s.%s is of the closed list %s"
              .formatted(owner, scalar.name(), table, column, found.get().domain()));
    }
  }

  private static String typeName(String sql) {
    return sql.equals("timestamptz") ? "timestamp with time zone" : sql;
  }

  private List<OrderKey> orderKeys(String owner, @Nullable String table, List<String> columns) {
    var keys = new ArrayList<OrderKey>();
    for (String each : columns) {
      boolean descending = each.endsWith(" desc");
      String column = descending ? each.substring(0, each.length() - " desc".length()) : each;
      var found = table == null ? null : catalog.column(table, column).orElse(null);
      if (found == null) {
        problems.add(
            "%s is ordered by %s, and its table has no such column".formatted(owner, column));
      } else {
        keys.add(new OrderKey(column, found.type(), found.nullable(), descending, null));
      }
    }
    return List.copyOf(keys);
  }

  private List<OrderKey> linkedOrder(String owner, @Nullable String table, OrderKey.Link link) {
    checkColumn(owner, table, link.key(), null, false);
    var target = catalog.column(link.table(), link.column()).orElse(null);
    if (target == null) {
      problems.add(
          "%s is ordered by %s.%s, and there is no such column"
              .formatted(owner, link.table(), link.column()));
      return List.of();
    }
    boolean nullable =
        target.nullable()
            || catalog.column(table == null ? "" : table, link.key()).stream()
                .anyMatch(Catalog.Column::nullable);
    String name = link.key().replaceFirst("_id$", "") + "." + link.column();
    return List.of(new OrderKey(name, target.type(), nullable, false, link));
  }

  private List<String> searched(TypeDeclaration declaration, @Nullable String table) {
    declaration.searched.forEach(
        column -> checkColumn(declaration.type + " is searched", table, column, null, false));
    return declaration.searched;
  }

  private Map<String, FilterField> filters(TypeDeclaration declaration, @Nullable String table) {
    declaration.filters.forEach(
        (name, filter) -> {
          if (filter instanceof FilterField.Link(String target, String column, var _)) {
            checkColumn(declaration.type + "Filter." + name, table, column, null, false);
          }
        });
    return new LinkedHashMap<>(
        declaration.filters); // in the order of the declaration, for the schema
  }

  /** Those of the type's {@code …Dimension}, no more and no fewer. */
  private Map<String, Dimension> dimensions(TypeDeclaration declaration) {
    var written = new TreeSet<String>();
    EnumTypeDefinition definition =
        schema.getTypeOrNull(declaration.type + "Dimension", EnumTypeDefinition.class);
    if (definition != null) {
      definition.getEnumValueDefinitions().forEach(value -> written.add(value.getName()));
    }
    if (!written.equals(declaration.dimensions.keySet())) {
      problems.add(
          "the values of enum %sDimension and the dimensions declared differ: %s and %s"
              .formatted(declaration.type, written, declaration.dimensions.keySet()));
    }
    return declaration.dimensions;
  }

  /** A domain that carries an enum's name holds the enum's values, no more and no fewer. */
  private void checkClosedList(EnumTypeDefinition definition) {
    catalog
        .closedList(Names.snake(definition.getName()))
        .ifPresent(
            stored -> {
              Set<String> written =
                  definition.getEnumValueDefinitions().stream()
                      .map(EnumValueDefinition::getName)
                      .collect(Collectors.toSet());
              if (!stored.equals(written)) {
                problems.add(
                    "the values of enum %s and of domain %s differ: %s and %s"
                        .formatted(
                            definition.getName(),
                            Names.snake(definition.getName()),
                            written,
                            stored));
              }
            });
  }

  private <T> @Nullable T problem(String message) {
    problems.add(message);
    return null;
  }

  private static boolean isList(Type<?> type) {
    return switch (type) {
      case NonNullType outer -> isList(outer.getType());
      case ListType ignored -> true;
      case TypeName ignored -> false;
      default -> false;
    };
  }
}
