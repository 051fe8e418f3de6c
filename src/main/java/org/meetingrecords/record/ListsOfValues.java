package org.meetingrecords.record;

import java.util.List;
import org.postgresql.util.PGobject;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.core.convert.converter.ConverterFactory;
import org.springframework.data.convert.ReadingConverter;
import org.springframework.data.jdbc.core.convert.JdbcCustomConversions;
import org.springframework.data.jdbc.core.dialect.JdbcDialect;

/** Reads arrays of a closed list, whose elements the driver leaves as PostgreSQL's own objects. */
@Configuration(proxyBeanMethods = false)
class ListsOfValues {

  @Bean
  JdbcCustomConversions jdbcCustomConversions(JdbcDialect dialect) {
    return JdbcCustomConversions.of(dialect, List.of(new ValueReading()));
  }

  @ReadingConverter
  @SuppressWarnings({"rawtypes", "unchecked"})
  private static class ValueReading implements ConverterFactory<PGobject, Enum> {

    @Override
    public <T extends Enum> Converter<PGobject, T> getConverter(Class<T> type) {
      return object -> (T) Enum.valueOf(type, String.valueOf(object.getValue()));
    }
  }
}
