package org.meetingrecords.sdl;

import graphql.language.AstPrinter;
import graphql.language.Definition;
import graphql.language.FieldDefinition;
import graphql.language.InputValueDefinition;
import graphql.language.NonNullType;
import graphql.language.ObjectTypeDefinition;
import graphql.language.TypeName;
import graphql.parser.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.limits.Limits;
import org.meetingrecords.read.FilterField;
import org.meetingrecords.read.Model;

/**
 * The schema that clients see: the written one, with the connections, edges, filters and orders
 * that follow from it and from what the features declare.
 *
 * @param text SDL in its written order, with block descriptions
 */
public record WholeSchema(String text) {

  /**
   * @param largestPage how many rows a page has at most, which descriptions tell
   */
  public static WholeSchema of(WrittenSchema written, Model model, int largestPage) {
    var text = new StringBuilder();
    for (Definition<?> definition : written.definitions()) {
      Definition<?> whole =
          definition instanceof ObjectTypeDefinition type
              ? type.transform(
                  builder -> builder.fieldDefinitions(withArguments(type, largestPage)))
              : definition;
      text.append(AstPrinter.printAst(whole).strip()).append("\n\n");
    }
    model.connected().forEach(type -> text.append(connection(type, model)));
    text.append(listFilters(model));
    text.append(enumFilters(model));
    return new WholeSchema(text.toString().strip() + "\n");
  }

  /** A connection field takes six arguments, written out here once. */
  private static List<FieldDefinition> withArguments(ObjectTypeDefinition type, int largestPage) {
    var fields = new ArrayList<FieldDefinition>();
    for (FieldDefinition field : type.getFieldDefinitions()) {
      String target = connectionTarget(field);
      fields.add(
          target == null
              ? field
              : field.transform(
                  builder ->
                      builder.inputValueDefinitions(
                          arguments(
                              field.getInputValueDefinitions(),
                              argumentsOf(target, largestPage)))));
    }
    return fields;
  }

  /** Where a field has arguments of its own, only the sizes of its page are told as usual. */
  private static List<InputValueDefinition> arguments(
      List<InputValueDefinition> own, List<InputValueDefinition> usual) {
    if (own.isEmpty()) {
      return usual;
    }
    Map<String, InputValueDefinition> sizes =
        usual.stream()
            .filter(each -> each.getName().equals("first") || each.getName().equals("last"))
            .collect(Collectors.toMap(InputValueDefinition::getName, each -> each));
    return own.stream().map(each -> sizes.getOrDefault(each.getName(), each)).toList();
  }

  private static @Nullable String connectionTarget(FieldDefinition field) {
    var type = field.getType() instanceof NonNullType outer ? outer.getType() : field.getType();
    return type instanceof TypeName name && name.getName().endsWith("Connection")
        ? name.getName().substring(0, name.getName().length() - "Connection".length())
        : null;
  }

  private static List<InputValueDefinition> argumentsOf(String target, int largestPage) {
    String sdl =
        """
        type Field {
          field(
            "\""Only those that fulfil all of this.\"""
            filter: %1$sFilter
            "\""The order, by the first entry, then by the next; ties are broken by id. Nulls come last in both directions.\"""
            orderBy: [%1$sOrder!]
            "\""How many from the start, 1 to %2$d; %3$d when neither this nor last is given.\"""
            first: Int
            "\""Only what comes behind this cursor, taken from a page in the same order.\"""
            after: String
            "\""How many from the end, 1 to %2$d; not together with first.\"""
            last: Int
            "\""Only what comes ahead of this cursor, taken from a page in the same order.\"""
            before: String
          ): Int
        }
        """
            .formatted(target, largestPage, Math.min(Limits.USUAL_PAGE, largestPage));
    return Parser.parse(sdl)
        .getDefinitionsOfType(ObjectTypeDefinition.class)
        .getFirst()
        .getFieldDefinitions()
        .getFirst()
        .getInputValueDefinitions();
  }

  private static String connection(String type, Model model) {
    String one = Words.singular(type);
    String many = Words.plural(type);
    String orders =
        model.orderFields(type).entrySet().stream()
            .map(
                order ->
                    "  \"\"\"\n  By %s.\n  \"\"\"\n  %s\n"
                        .formatted(order.getValue(), order.getKey()))
            .collect(Collectors.joining());
    return """
        "\""
        A page of %3$s.
        "\""
        type %1$sConnection {
          "\""
          The %3$s of this page, each with its cursor.
          "\""
          edges: [%1$sEdge!]!
          "\""
          The %3$s of this page.
          "\""
          nodes: [%1$s!]!
          "\""
          Whether there is more on either side, and where to go on.
          "\""
          pageInfo: PageInfo!
          "\""
          How many %3$s there are on all pages together, exactly; counted only when asked for.
          "\""
          totalCount: Int!
        %6$s}

        "\""
        One %2$s in a page.
        "\""
        type %1$sEdge {
          "\""
          The place of this %2$s in the order of its page, for after and before.
          "\""
          cursor: String!
          "\""
          The %2$s itself.
          "\""
          node: %1$s!
        %7$s}

        "\""
        One key by which %3$s are ordered.
        "\""
        input %1$sOrder {
          "\""
          What to order by.
          "\""
          field: %1$sOrderField!
          "\""
          Smallest first, or largest first.
          "\""
          direction: OrderDirection! = ASC
        }

        "\""
        What %3$s can be ordered by.
        "\""
        enum %1$sOrderField {
        %4$s}

        %5$s

        """
        .formatted(
            type,
            one,
            many,
            orders,
            filter(type, model),
            facets(type, many, model),
            marks(type, one, model));
  }

  private static String facets(String type, String many, Model model) {
    return model.hasDimensions(type)
        ? """
              "\""
              The values of one dimension among all these %2$s, the most frequent first. A value counts the %2$s that have it.
              "\""
              facets(
                "\""
                What to count by.
                "\""
                dimension: %1$sDimension!
                "\""
                How many values at most, 1 to 100; 20 when it is not given.
                "\""
                first: Int
              ): [Facet!]!
            """
            .formatted(type, many)
        : "";
  }

  private static String marks(String type, String one, Model model) {
    return model.hasTexts(type)
        ? """
              "\""
              How well this %1$s fits the text of the filter, from 0 to 1; larger fits better. Null when the filter has no text.
              "\""
              relevance: Float
              "\""
              The passages of this %1$s that hold the words of the filter's text, the best first; empty when the filter has no text.
              "\""
              highlights: [Highlight!]!
            """
            .formatted(one)
        : "";
  }

  private static String filter(String type, Model model) {
    var fields = new StringBuilder();
    model
        .filterFields(type)
        .forEach(
            (name, field) ->
                fields.append(
                    "  \"\"\"\n  %s\n  \"\"\"\n  %s: %s\n"
                        .formatted(Words.condition(name, field), name, field.inputType())));
    return """
        "\""
        Which %2$s: those that fulfil every entry given. An empty filter or null is no condition.
        "\""
        input %1$sFilter {
          "\""
          All of these hold.
          "\""
          and: [%1$sFilter!]
          "\""
          At least one of these holds.
          "\""
          or: [%1$sFilter!]
          "\""
          This does not hold, or it is unknown whether it does. An empty filter is no condition here either.
          "\""
          not: %1$sFilter
        %3$s}"""
        .formatted(type, Words.plural(type), fields);
  }

  /** One filter for each type that some other type has many of. */
  private static String listFilters(Model model) {
    var types = new TreeSet<String>();
    for (String type : model.connected()) {
      for (FilterField field : model.filterFields(type).values()) {
        if (field instanceof FilterField.Rows rows) {
          types.add(rows.type());
        }
      }
    }
    return types.stream().map(WholeSchema::listFilter).collect(Collectors.joining());
  }

  private static String listFilter(String type) {
    return """
        "\""
        A condition on many %2$s.
        "\""
        input %1$sListFilter {
          "\""
          At least one of them fulfils this.
          "\""
          some: %1$sFilter
          "\""
          Not one of them fulfils this.
          "\""
          none: %1$sFilter
          "\""
          All of them fulfil this, or there are none.
          "\""
          every: %1$sFilter
        }

        """
        .formatted(type, Words.plural(type));
  }

  /** One filter for each enum that some type is filtered by. */
  private static String enumFilters(Model model) {
    var filters = new TreeSet<String>();
    for (String type : model.connected()) {
      for (FilterField field : model.filterFields(type).values()) {
        if (field instanceof FilterField.Plain plain && plain.enumeration()) {
          filters.add(plain.inputType());
        }
      }
    }
    return filters.stream().map(WholeSchema::enumFilter).collect(Collectors.joining());
  }

  private static String enumFilter(String filter) {
    String type = filter.substring(0, filter.length() - "Filter".length());
    return """
        "\""
        A condition on a value of %2$s.
        "\""
        input %1$s {
          "\""
          It is this one.
          "\""
          eq: %2$s
          "\""
          It is one of these; an empty list matches nothing.
          "\""
          in: [%2$s!]
          "\""
          It is none of these, or it is not recorded; an empty list lets all through.
          "\""
          notIn: [%2$s!]
          "\""
          True: it is not recorded. False: it is.
          "\""
          isNull: Boolean
        }

        """
        .formatted(filter, type);
  }
}
