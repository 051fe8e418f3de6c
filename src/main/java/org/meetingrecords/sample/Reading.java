package org.meetingrecords.sample;

import static java.util.Locale.ROOT;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.delegation.Delegation;
import org.meetingrecords.record.DatePrecision;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.record.RecordType;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.BeanProperty;
import tools.jackson.databind.DeserializationContext;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ValueDeserializer;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.module.SimpleModule;

/** Makes records of the sample's entries: slugs become links, written days become spans. */
class Reading {

  private final JsonMapper mapper;

  Reading(Links links) {
    var module =
        new SimpleModule()
            .addDeserializer(AggregateReference.class, new OneLink(links, null))
            .addDeserializer(RecordReference.class, new AnyLink(links))
            .addDeserializer(DateSpan.class, new Span());
    mapper =
        JsonMapper.builder()
            .addModule(module)
            // A record without parts of a kind simply omits them.
            .withConfigOverride(
                Set.class,
                sets -> sets.setNullHandling(JsonSetter.Value.forValueNulls(Nulls.AS_EMPTY)))
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();
  }

  <T> T read(Object entry, Class<T> type) {
    return mapper.convertValue(entry, type);
  }

  /** {@code japan}, where the field says what it links to. */
  @SuppressWarnings("rawtypes")
  private static class OneLink extends ValueDeserializer<AggregateReference> {

    private final Links links;
    private final @Nullable Class<?> target;

    OneLink(Links links, @Nullable Class<?> target) {
      this.links = links;
      this.target = target;
    }

    @Override
    public ValueDeserializer<?> createContextual(
        DeserializationContext context, BeanProperty property) {
      return new OneLink(links, property.getType().containedType(0).getRawClass());
    }

    @Override
    public AggregateReference deserialize(JsonParser json, DeserializationContext context) {
      String name = json.getString();
      if (target == null) {
        throw new IllegalStateException("Nothing says what " + name + " is.");
      }
      return AggregateReference.to(
          target == Delegation.class
              ? links.findDelegation(name)
              : links.find(RecordType.valueOf(target.getSimpleName().toUpperCase(ROOT)), name));
    }
  }

  /** {@code actor/japan}, where the field may link to any record. */
  private static class AnyLink extends ValueDeserializer<RecordReference> {

    private final Links links;

    AnyLink(Links links) {
      this.links = links;
    }

    @Override
    public RecordReference deserialize(JsonParser json, DeserializationContext context) {
      return links.find(json.getString());
    }
  }

  /** A day, two days with a stroke between them, or the parts of a span. */
  private static class Span extends ValueDeserializer<DateSpan> {

    private record Parts(LocalDate from, LocalDate to, DatePrecision precision) {}

    @Override
    public DateSpan deserialize(JsonParser json, DeserializationContext context) {
      if (json.hasToken(JsonToken.START_OBJECT)) {
        var parts = context.readValue(json, Parts.class);
        return new DateSpan(parts.from, parts.to, parts.precision, null);
      }
      String[] days = json.getString().split("/", 2);
      return DateSpan.days(LocalDate.parse(days[0]), LocalDate.parse(days[days.length - 1]));
    }
  }
}
