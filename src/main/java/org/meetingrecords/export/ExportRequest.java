package org.meetingrecords.export;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What is to be exported, and how.
 *
 * @param query a GraphQL document; empty where everything is wanted, which only a bundle can hold
 * @param operationName which of its operations; null where there is one
 * @param archive whether it comes as a zip, with what explains and cites it
 * @param explode lists of which each entry becomes a row, as dotted paths
 * @param spreadsheetSafe whether texts that a spreadsheet would run are made harmless
 */
public record ExportRequest(
    String query,
    Map<String, Object> variables,
    @Nullable String operationName,
    ExportFormat format,
    boolean archive,
    List<String> explode,
    boolean spreadsheetSafe) {

  boolean isForEverything() {
    return format == ExportFormat.BUNDLE && query.isEmpty();
  }
}
