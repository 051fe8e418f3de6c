package org.meetingrecords.server;

import graphql.GraphQLContext;
import graphql.execution.CoercedVariables;
import graphql.language.StringValue;
import graphql.language.Value;
import graphql.schema.Coercing;
import graphql.schema.CoercingParseLiteralException;
import graphql.schema.CoercingParseValueException;
import graphql.schema.GraphQLScalarType;
import java.net.URI;
import java.time.DateTimeException;
import java.util.IllformedLocaleException;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.meetingrecords.read.Days;

/** The scalars beside GraphQL's own. All of them are texts on the wire, and strict. */
final class Scalars {
  private Scalars() {}

  static List<GraphQLScalarType> all() {
    return List.of(
        scalar("Date", "a day that exists, written YYYY-MM-DD, such as 2020-12-09", Days::parse),
        scalar(
            "DateTime",
            "a time with offset after RFC 3339, such as 2020-12-09T10:00:00Z",
            Moments::parse),
        scalar("URL", "an absolute address, such as https://example.org/record", Scalars::url),
        scalar(
            "LanguageTag",
            "a language tag after BCP 47, such as en or zh-Hant",
            Scalars::languageTag));
  }

  private static String url(String text) {
    URI address = URI.create(text);
    if (!address.isAbsolute()) {
      throw new IllegalArgumentException();
    }
    return text;
  }

  private static String languageTag(String text) {
    return new Locale.Builder().setLanguageTag(text).build().toLanguageTag();
  }

  private static <T> GraphQLScalarType scalar(
      String name, String form, Function<String, T> parser) {
    return GraphQLScalarType.newScalar()
        .name(name)
        .coercing(new Text<>(name, form, parser))
        .build();
  }

  private record Text<T>(String name, String form, Function<String, T> parser)
      implements Coercing<T, String> {

    @Override
    public String serialize(Object result, GraphQLContext context, Locale locale) {
      return result.toString();
    }

    @Override
    public T parseValue(Object input, GraphQLContext context, Locale locale) {
      if (!(input instanceof String text)) {
        throw new CoercingParseValueException(name + " takes " + form + ", as a text.");
      }
      try {
        return parser.apply(text);
      } catch (DateTimeException | IllegalArgumentException | IllformedLocaleException wrong) {
        throw new CoercingParseValueException(name + " takes " + form + ".");
      }
    }

    @Override
    public T parseLiteral(
        Value<?> input, CoercedVariables variables, GraphQLContext context, Locale locale) {
      if (!(input instanceof StringValue text)) {
        throw new CoercingParseLiteralException(name + " takes " + form + ", as a text.");
      }
      try {
        return parser.apply(String.valueOf(text.getValue()));
      } catch (DateTimeException | IllegalArgumentException | IllformedLocaleException wrong) {
        throw new CoercingParseLiteralException(name + " takes " + form + ".");
      }
    }

    @Override
    public Value<?> valueToLiteral(Object input, GraphQLContext context, Locale locale) {
      return StringValue.of(input.toString());
    }
  }
}
