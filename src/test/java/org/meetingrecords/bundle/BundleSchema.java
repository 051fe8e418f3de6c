package org.meetingrecords.bundle;

import graphql.language.DescribedNode;
import graphql.language.EnumTypeDefinition;
import graphql.language.ObjectTypeDefinition;
import graphql.schema.idl.TypeDefinitionRegistry;
import graphql.schema.idl.TypeUtil;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.bundle.BundleField.AnyLink;
import org.meetingrecords.bundle.BundleField.Link;
import org.meetingrecords.bundle.BundleField.Links;
import org.meetingrecords.bundle.BundleField.Parts;
import org.meetingrecords.bundle.BundleField.Span;
import org.meetingrecords.bundle.BundleField.Value;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** The JSON Schema of a line: its form from the database, its words from the schema of the API. */
final class BundleSchema {

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  /** What the API does not show as a type of its own. */
  private static final Map<String, String> OWN_WORDS =
      Map.of(
          "IdentifierScheme",
          "A way in which others name things, and where its values lead.",
          "IdentifierScheme.scheme",
          "The word for it in identifiers, such as `wikidata`.",
          "IdentifierScheme.urlTemplate",
          "The address of a value, with `{}` in its place.",
          "Record.names",
          "Its names, in several languages and times.");

  private static final String BY_SLUG =
      " Named by its slug, or by an identifier as `scheme=value`.";
  private static final String BY_KEY = " Named by the key that it has in this bundle.";

  private final TypeDefinitionRegistry words;
  private final Layout layout;
  private final ObjectNode definitions = JSON.createObjectNode();

  private BundleSchema(Layout layout, TypeDefinitionRegistry words) {
    this.layout = layout;
    this.words = words;
  }

  static String of(Layout layout, TypeDefinitionRegistry words) {
    return new BundleSchema(layout, words).whole();
  }

  private String whole() {
    var whole = JSON.createObjectNode();
    whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
    whole.put("title", "A line of a bundle of Meeting Records");
    whole.put(
        "description",
        "A bundle is NDJSON: a JSON object a line, in UTF-8, in one file or several, in any order. What is not known is left out.");
    var lines = whole.putArray("oneOf");
    for (BundleType type : layout.lines().values()) {
      lines.addObject().put("$ref", define(type, true));
    }
    whole.set("$defs", definitions);
    return JSON.writeValueAsString(whole) + "\n";
  }

  private String define(BundleType type, boolean line) {
    var definition = JSON.createObjectNode();
    definition.put("description", description(type.name(), null));
    definition.put("type", "object");
    var properties = definition.putObject("properties");
    var required = definition.putArray("required");
    if (line) {
      properties.putObject("type").put("const", type.name());
      required.add("type");
    }
    if (type.keyed()) {
      text(properties.putObject("key"))
          .put("pattern", "^[^ ]")
          .put(
              "description",
              "A name by which the same bundle points at it; it says nothing elsewhere.");
    }
    for (BundleField field : type.fields()) {
      ObjectNode property = properties.putObject(field.name());
      describe(property, type, field);
      if (field.required()) {
        required.add(field.name());
      }
    }
    definition.put("additionalProperties", false);
    var before = definitions.get(type.name());
    if (before != null && !before.equals(definition)) {
      throw new IllegalStateException("two forms of " + type.name());
    }
    definitions.set(type.name(), definition);
    return "#/$defs/" + type.name();
  }

  private void describe(ObjectNode property, BundleType type, BundleField field) {
    String said = description(type.name(), field.name());
    switch (field) {
      case Value value -> {
        property.put("description", said);
        ObjectNode one = property;
        if (value.list()) {
          one = property.put("type", "array").putObject("items");
        }
        value(one, type, value);
        if (value.otherwise() != null && !value.list()) {
          switch (value.kind()) {
            case TRUTH -> property.put("default", Boolean.parseBoolean(value.otherwise()));
            default -> property.put("default", value.otherwise());
          }
        }
      }
      case Span ignored -> property.put("description", said).put("$ref", span());
      case Link link ->
          text(property)
              .put("description", said + (layout.isRecord(link.target()) ? BY_SLUG : BY_KEY));
      case AnyLink ignored -> {
        property.put("description", said).put("type", "object");
        var properties = property.putObject("properties");
        var types = properties.putObject("type").putArray("enum");
        layout.lines().values().stream()
            .filter(BundleType::record)
            .forEach(record -> types.add(record.name()));
        text(properties.putObject("ref")).put("description", BY_SLUG.strip());
        property.putArray("required").add("type").add("ref");
        property.put("additionalProperties", false);
      }
      case Links links -> {
        property.put("description", said + (layout.isRecord(links.target()) ? BY_SLUG : BY_KEY));
        text(property.put("type", "array").putObject("items"));
      }
      case Parts parts -> {
        property.put("description", said).put("type", "array");
        property.putObject("items").put("$ref", define(parts.type(), false));
      }
    }
  }

  private void value(ObjectNode property, BundleType type, Value value) {
    if (!value.values().isEmpty()) {
      property.put("$ref", closedList(type, value));
      return;
    }
    switch (value.kind()) {
      case TEXT -> text(property);
      case WHOLE_NUMBER -> property.put("type", "integer");
      case NUMBER -> property.put("type", "number");
      case TRUTH -> property.put("type", "boolean");
      case DAY -> property.put("type", "string").put("format", "date");
    }
    if (value.name().equals("slug")) {
      property.put("pattern", "^[a-z0-9]+(-[a-z0-9]+)*$");
    }
  }

  private String closedList(BundleType type, Value value) {
    var field =
        object(type.name()).getFieldDefinitions().stream()
            .filter(found -> found.getName().equals(value.name()))
            .findFirst()
            .orElseThrow();
    String name = TypeUtil.unwrapAll(field.getType()).getName();
    return closedList(name);
  }

  private String closedList(String name) {
    var list = words.getTypeOrNull(name, EnumTypeDefinition.class);
    var definition = JSON.createObjectNode();
    definition.put("description", words(list));
    var values = definition.putArray("oneOf");
    list.getEnumValueDefinitions()
        .forEach(
            value ->
                values.addObject().put("const", value.getName()).put("description", words(value)));
    definitions.set(name, definition);
    return "#/$defs/" + name;
  }

  private String span() {
    var span = object("DateSpan");
    var definition = JSON.createObjectNode();
    definition.put("description", words(span)).put("type", "object");
    var properties = definition.putObject("properties");
    for (var field : span.getFieldDefinitions()) {
      var property = properties.putObject(field.getName()).put("description", words(field));
      switch (field.getName()) {
        case "precision" -> property.put("$ref", closedList("DatePrecision"));
        case "asRecorded" -> text(property);
        default -> property.put("type", "string").put("format", "date");
      }
    }
    definition.putArray("required").add("precision");
    definition.put("additionalProperties", false);
    definitions.set("DateSpan", definition);
    return "#/$defs/DateSpan";
  }

  private static ObjectNode text(ObjectNode property) {
    return property.put("type", "string").put("minLength", 1);
  }

  private ObjectTypeDefinition object(String type) {
    return words.getTypeOrNull(type, ObjectTypeDefinition.class);
  }

  /** As the API describes it; a field that the API does not have has no business in a bundle. */
  private String description(String type, @Nullable String field) {
    String own = OWN_WORDS.get(field == null ? type : type + "." + field);
    if (own != null) {
      return own;
    }
    if (field == null) {
      return words(object(type));
    }
    return object(type).getFieldDefinitions().stream()
        .filter(found -> found.getName().equals(field))
        .findFirst()
        .map(BundleSchema::words)
        .or(() -> java.util.Optional.ofNullable(OWN_WORDS.get("Record." + field)))
        .orElseThrow(() -> new IllegalStateException("the API has no field " + type + "." + field));
  }

  private static String words(DescribedNode<?> node) {
    return node.getDescription().getContent().strip().replaceAll("\\s+", " ");
  }
}
