package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The forms that an export may have. */
public enum ExportFormat {
  CSV("text/csv;charset=UTF-8", "csv", true),
  NDJSON("application/x-ndjson", "ndjson", false),
  JSON("application/json", "json", false),
  PARQUET("application/vnd.apache.parquet", "parquet", true),
  XLSX("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx", true),
  BUNDLE("application/x-ndjson", "ndjson", false);

  private final String mediaType;
  private final String extension;
  private final boolean table;

  ExportFormat(String mediaType, String extension, boolean table) {
    this.mediaType = mediaType;
    this.extension = extension;
    this.table = table;
  }

  /** As it is asked for. */
  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }

  public static Optional<ExportFormat> named(String name) {
    return Arrays.stream(values()).filter(format -> format.toString().equals(name)).findFirst();
  }

  /** As they are asked for. */
  public static List<String> names() {
    return Arrays.stream(values()).map(ExportFormat::toString).toList();
  }

  String mediaType() {
    return mediaType;
  }

  String extension() {
    return extension;
  }

  /** Whether it has rows and columns, rather than objects in objects. */
  boolean isTable() {
    return table;
  }

  /** Whether it holds each node as the object that a page shows. */
  boolean isOfObjects() {
    return this == NDJSON || this == JSON;
  }

  /** Whether it may turn out that it cannot be made, so that nothing is sent until it is whole. */
  boolean isWrittenFirst() {
    return this == XLSX;
  }

  RowWriter writer(RowsExport export, OutputStream out) throws IOException {
    return switch (this) {
      case CSV -> new CsvRows(export.table(), out, export.request().spreadsheetSafe());
      case NDJSON -> JsonRows.lines(export.rows(), out);
      case PARQUET -> new ParquetRows(export.table(), out);
      case XLSX ->
          // Its texts are texts, which no spreadsheet runs.
          new XlsxRows(export.table(), out, export.name());
      case JSON -> JsonRows.array(export.rows(), out);
      case BUNDLE -> throw new IllegalStateException("a bundle is not made of rows");
    };
  }
}
