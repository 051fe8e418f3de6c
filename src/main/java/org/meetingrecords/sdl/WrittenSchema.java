package org.meetingrecords.sdl;

import graphql.language.Definition;
import graphql.language.Document;
import graphql.language.FieldDefinition;
import graphql.language.InterfaceTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.language.ObjectTypeExtensionDefinition;
import graphql.language.SDLDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import graphql.schema.idl.TypeDefinitionRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

/**
 * The files of {@code schema/} as one document: extensions merged into their types, and {@code Record}'s own fields given to
 * every type that implements it.
 *
 * @param definitions in their written order, {@code query.graphqls} and {@code record.graphqls} first
 */
public record WrittenSchema(List<Definition<?>> definitions) {
  private static final String FILES = "classpath*:schema/*.graphqls";
  private static final List<String> FIRST = List.of("query.graphqls", "record.graphqls");

  public static WrittenSchema load(ResourcePatternResolver resources) {
    try {
      Resource[] files = resources.getResources(FILES);
      if (files.length == 0) {
        throw new IllegalStateException("no schema files at " + FILES);
      }
      Arrays.sort(files, Comparator.comparing(WrittenSchema::rank).thenComparing(file -> String.valueOf(file.getFilename())));
      var text = new StringBuilder();
      for (Resource file : files) {
        text.append(file.getContentAsString(StandardCharsets.UTF_8)).append('\n');
      }
      return of(Parser.parse(text.toString()));
    } catch (IOException unreadable) {
      throw new UncheckedIOException(unreadable);
    }
  }

  static WrittenSchema of(Document document) {
    Map<String, ObjectTypeDefinition> types = new LinkedHashMap<>();
    document.getDefinitionsOfType(ObjectTypeDefinition.class).stream()
        .filter(type -> !(type instanceof ObjectTypeExtensionDefinition))
        .forEach(type -> types.put(type.getName(), type));
    for (var extension : document.getDefinitionsOfType(ObjectTypeExtensionDefinition.class)) {
      types.compute(
          extension.getName(),
          (name, type) -> {
            if (type == null) {
              throw new IllegalStateException("the schema extends " + name + ", which it does not define");
            }
            return with(type, type.getFieldDefinitions(), extension.getFieldDefinitions());
          });
    }
    List<FieldDefinition> ofRecord =
        document.getDefinitionsOfType(InterfaceTypeDefinition.class).stream()
            .filter(type -> type.getName().equals("Record"))
            .findFirst()
            .map(InterfaceTypeDefinition::getFieldDefinitions)
            .orElse(List.of());
    types.replaceAll((name, type) -> isRecord(type) ? with(type, ofRecord, type.getFieldDefinitions()) : type);
    var definitions = new ArrayList<Definition<?>>();
    for (Definition<?> definition : document.getDefinitions()) {
      if (definition instanceof ObjectTypeDefinition type) {
        if (!(type instanceof ObjectTypeExtensionDefinition)) {
          definitions.add(types.get(type.getName()));
        }
      } else {
        definitions.add(definition);
      }
    }
    return new WrittenSchema(definitions);
  }

  /** The same, as graphql-java looks types up. */
  public TypeDefinitionRegistry registry() {
    var registry = new TypeDefinitionRegistry();
    for (Definition<?> definition : definitions) {
      registry
          .add((SDLDefinition<?>) definition)
          .ifPresent(
              error -> {
                throw new IllegalStateException("the schema in schema/ is wrong: " + error.getMessage());
              });
    }
    return registry;
  }

  private static int rank(Resource file) {
    int place = FIRST.indexOf(file.getFilename());
    return place < 0 ? FIRST.size() : place;
  }

  private static boolean isRecord(ObjectTypeDefinition type) {
    return type.getImplements().stream()
        .anyMatch(implemented -> implemented instanceof TypeName name && name.getName().equals("Record"));
  }

  /** The type with these fields, the first of each name. */
  private static ObjectTypeDefinition with(
      ObjectTypeDefinition type, List<FieldDefinition> first, List<FieldDefinition> then) {
    var fields = new LinkedHashMap<String, FieldDefinition>();
    first.forEach(field -> fields.putIfAbsent(field.getName(), field));
    then.forEach(field -> fields.put(field.getName(), field));
    return type.transform(builder -> builder.fieldDefinitions(List.copyOf(fields.values())));
  }
}
