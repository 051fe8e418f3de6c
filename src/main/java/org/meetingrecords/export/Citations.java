package org.meetingrecords.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;

/** Text that can be pasted below an article. */
final class Citations {
  private static final DateTimeFormatter DAY =
      DateTimeFormatter.ofPattern("d MMMM yyyy", Locale.ENGLISH).withZone(ZoneOffset.UTC);

  private Citations() {}

  static String of(
      RowsExport export, long rows, Instant time, String databaseVersion, JsonNode sources) {
    String cited =
        "Meeting Records, export \"%s\" of %s (%d rows), database version %s."
            .formatted(export.name(), DAY.format(time), rows, databaseVersion);
    return sources.isEmpty()
        ? cited
        : cited
            + " Sources: "
            + sources.valueStream().map(Citations::source).collect(Collectors.joining("; "))
            + ".";
  }

  /** As the source wants to be cited, else by what is known of it. */
  private static String source(JsonNode source) {
    String own = text(source, "citation");
    String words =
        own.isEmpty()
            ? Stream.of("author", "title", "publisher", "publishedOn", "url")
                .map(field -> text(source, field))
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "))
            : own;
    return Stream.of(words, text(source, "rights"))
        .filter(part -> !part.isEmpty())
        .map(part -> part.endsWith(".") ? part.substring(0, part.length() - 1) : part)
        .collect(Collectors.collectingAndThen(Collectors.toList(), Citations::withRights));
  }

  private static String withRights(List<String> parts) {
    return parts.size() < 2 ? String.join("", parts) : parts.get(0) + " (" + parts.get(1) + ")";
  }

  private static String text(JsonNode source, String field) {
    JsonNode value = source.get(field);
    return value == null || value.isNull() ? "" : value.asString();
  }
}
