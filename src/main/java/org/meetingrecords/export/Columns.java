package org.meetingrecords.export;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.meetingrecords.read.Shape;

/**
 * What the columns of an export mean, as metadata of CSV on the Web (W3C Recommendation, Metadata
 * Vocabulary for Tabular Data).
 */
final class Columns {
  private Columns() {}

  static Map<String, Object> of(RowsExport export) {
    Map<String, Object> metadata = new LinkedHashMap<>();
    metadata.put("@context", List.of("http://www.w3.org/ns/csvw", Map.of("@language", "en")));
    metadata.put("url", export.dataName());
    metadata.put("dialect", Map.of("encoding", "utf-8", "header", true, "lineTerminators", "\r\n"));
    metadata.put(
        "tableSchema",
        Map.of("columns", export.table().columns().stream().map(Columns::column).toList()));
    return metadata;
  }

  private static Map<String, Object> column(Table.Column column) {
    Map<String, Object> described = new LinkedHashMap<>();
    described.put("name", column.name());
    described.put("titles", column.name());
    if (!column.description().isEmpty()) {
      described.put("dc:description", column.description());
    }
    described.put("datatype", datatype(column.shape()));
    described.put("null", "");
    return described;
  }

  private static Object datatype(Shape shape) {
    return switch (shape) {
      case Shape.Leaf(String _, List<String> values) when !values.isEmpty() ->
          Map.of("base", "string", "format", String.join("|", values));
      case Shape.Leaf(String type, List<String> _) ->
          switch (type) {
            case "Int" -> "integer";
            case "Float" -> "double";
            case "Boolean" -> "boolean";
            case "Date" -> "date";
            case "DateTime" -> "dateTimeStamp";
            case "URL" -> "anyURI";
            case "LanguageTag" -> "language";
            default -> "string";
          };
      default -> "json";
    };
  }
}
