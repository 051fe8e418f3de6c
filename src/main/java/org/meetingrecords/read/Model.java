package org.meetingrecords.read;

import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Every type the reader can read, resolved against the schema and the database. */
public final class Model {
  private final Map<String, TypeModel> types;
  private final Map<String, TypeModel> byLetters = new TreeMap<>();
  private final List<TypeModel> records;

  private final Map<String, Map<String, FilterField>> filterFields = new TreeMap<>();

  private Model(Map<String, TypeModel> types, Set<String> connected) {
    this.types = types;
    for (String type : connected) {
      if (type(type).orders().isEmpty()) {
        throw new IllegalStateException(
            "there is a %sConnection, and no order of %s is declared".formatted(type, type));
      }
      filterFields.put(type, FilterFields.of(type(type), connected));
    }
    for (TypeModel type : types.values()) {
      if (type.letters() != null) {
        TypeModel other = byLetters.put(type.letters(), type);
        if (other != null) {
          throw new IllegalStateException(
              "%s and %s both begin their ids with %s"
                  .formatted(type.name(), other.name(), type.letters()));
        }
      }
    }
    this.records = types.values().stream().filter(TypeModel::record).toList();
  }

  /**
   * @throws IllegalStateException when a field, a declaration, a table or a closed list matches
   *     nothing; the message names them all
   */
  public static Model of(
      TypeDefinitionRegistry schema,
      Collection<? extends Declaration> declarations,
      ReadDatabase database) {
    var types = new Types();
    declarations.forEach(declaration -> declaration.declare(types));
    return new Model(
        new Resolution(schema, types, database.with(Catalog::read)).resolve(), connected(schema));
  }

  TypeModel type(String name) {
    TypeModel type = types.get(name);
    if (type == null) {
      throw new IllegalStateException("no type " + name);
    }
    return type;
  }

  Collection<TypeModel> types() {
    return types.values();
  }

  /** Types that some field gives a connection of, in alphabetical order. */
  public Set<String> connected() {
    return filterFields.keySet();
  }

  /** The entries of a type's filter beside {@code and}, {@code or}, {@code not}. */
  public Map<String, FilterField> filterFields(String type) {
    return filterFields(type(type));
  }

  /** Whether a type's rows can be counted by something. */
  public boolean hasDimensions(String type) {
    return !type(type).dimensions().isEmpty();
  }

  /** Whether a type's rows can be found by the words of their texts. */
  public boolean hasTexts(String type) {
    return type(type).texts().isPresent();
  }

  /** The values of a type's {@code …OrderField}, each with the words that say what it orders by. */
  public Map<String, String> orderFields(String type) {
    var fields = new LinkedHashMap<String, String>();
    type(type).orders().forEach((name, keys) -> fields.put(name, keys.getFirst().inWords()));
    return fields;
  }

  /**
   * What a type can be filtered by: each entry of its filter beside {@code and}, {@code or}, {@code
   * not}.
   */
  Map<String, FilterField> filterFields(TypeModel type) {
    return filterFields.getOrDefault(type.name(), Map.of());
  }

  private static Set<String> connected(TypeDefinitionRegistry schema) {
    return schema.getTypes(ObjectTypeDefinition.class).stream()
        .flatMap(type -> type.getFieldDefinitions().stream())
        .map(field -> Scalar.nameOf(field.getType()))
        .filter(type -> type.endsWith("Connection") && schema.getTypeOrNull(type) == null)
        .map(type -> type.substring(0, type.length() - "Connection".length()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  List<TypeModel> records() {
    return records;
  }

  Optional<TypeModel> byLetters(String letters) {
    return Optional.ofNullable(byLetters.get(letters));
  }
}
