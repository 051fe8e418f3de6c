package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Shape;

/**
 * A table as a spreadsheet. What does not fit into one ends it, so it must be written to a file
 * first.
 */
final class XlsxRows implements RowWriter {
  private static final int MOST_ROWS = 1_048_576;
  private static final int LONGEST_TEXT = 32_767;
  private static final int MOST_COLUMNS = 16_384;
  private static final int FLUSHED_ROWS = 500;

  /** Before this day a spreadsheet counts wrongly, or not at all. */
  private static final LocalDate FIRST_DAY = LocalDate.of(1900, 3, 1);

  private final Workbook workbook;
  private final Worksheet sheet;
  private final List<Table.Column> columns;
  private final TableRows rows;
  private int line;

  XlsxRows(Table table, OutputStream out, String name) {
    this.columns = table.columns();
    this.rows = new TableRows(table);
    if (columns.size() > MOST_COLUMNS) {
      throw refused("a sheet has at most %,d columns".formatted(MOST_COLUMNS));
    }
    workbook = new Workbook(new Unclosed(out), "Meeting Records", null);
    sheet = workbook.newWorksheet(name.substring(0, Math.min(name.length(), 31)));
    for (int i = 0; i < columns.size(); i++) {
      sheet.inlineString(0, i, columns.get(i).name());
    }
    sheet.freezePane(0, 1);
  }

  @Override
  public int write(RowCursor node) throws IOException {
    return rows.forEach(node, this::row);
  }

  private void row() throws IOException {
    if (++line >= MOST_ROWS) {
      throw refused("a sheet has at most %,d rows, the header included".formatted(MOST_ROWS));
    }
    for (int i = 0; i < columns.size(); i++) {
      cell(i, columns.get(i));
    }
    if (line % FLUSHED_ROWS == 0) {
      sheet.flush();
    }
  }

  private void cell(int at, Table.Column column) {
    byte[] bytes = Texts.cell(rows, column);
    if (bytes == null) {
      return;
    }
    String text = new String(bytes, StandardCharsets.UTF_8);
    switch (column.shape() instanceof Shape.Leaf leaf ? leaf.type() : "") {
      case "Int" -> sheet.value(line, at, Integer.valueOf(text));
      case "Float" -> sheet.value(line, at, Double.valueOf(text));
      case "Boolean" -> sheet.value(line, at, Boolean.valueOf(text));
      case "Date" -> day(at, LocalDate.parse(text));
      case "DateTime" -> {
        sheet.value(line, at, OffsetDateTime.parse(text).toLocalDateTime());
        sheet.style(line, at).format("yyyy-mm-dd hh:mm:ss").set();
      }
      default -> text(at, column, text);
    }
  }

  private void day(int at, LocalDate day) {
    if (day.isBefore(FIRST_DAY)) {
      sheet.inlineString(line, at, day.toString());
    } else {
      sheet.value(line, at, day);
      sheet.style(line, at).format("yyyy-mm-dd").set();
    }
  }

  private void text(int at, Table.Column column, String text) {
    if (text.length() > LONGEST_TEXT) {
      throw refused(
          "a cell takes at most %,d characters, and row %,d has %,d in %s"
              .formatted(LONGEST_TEXT, line, text.length(), column.name()));
    }
    sheet.inlineString(line, at, text);
  }

  private static ExportRefused refused(String why) {
    return ExportRefused.badInput(
        "format: this does not fit into xlsx: %s. csv and parquet hold it.".formatted(why));
  }

  @Override
  public void finish() throws IOException {
    sheet.finish();
    workbook.finish();
  }
}
