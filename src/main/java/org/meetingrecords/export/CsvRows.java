package org.meetingrecords.export;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Shape;

/** A table as CSV after RFC 4180, in UTF-8. */
final class CsvRows implements RowWriter {
  private static final int BUFFER = 32_768;

  /** What makes a spreadsheet take a text for a formula; the last four are full-width. */
  private static final String FORMULA = "=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20";

  /** Scalars that are never words; a negative number stays a number. */
  private static final Set<String> HARMLESS = Set.of("Int", "Float", "Boolean", "Date", "DateTime");

  private final CsvWriter csv;
  private final List<Table.Column> columns;
  private final TableRows rows;
  private final boolean safe;
  private boolean begun;

  CsvRows(Table table, OutputStream out, boolean safe) {
    this.columns = table.columns();
    this.rows = new TableRows(table);
    this.safe = safe;
    this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).bufferSize(BUFFER).build(out);
  }

  @Override
  public int write(RowCursor node) throws IOException {
    begin();
    return rows.forEach(node, this::row);
  }

  private void begin() {
    if (!begun) {
      begun = true;
      csv.writeRecord(columns.stream().map(Table.Column::name).toList());
    }
  }

  private void row() {
    var line = csv.writeRecord();
    for (Table.Column column : columns) {
      String cell = Texts.cell(rows, column);
      line.writeField(safe && isText(column.shape()) ? harmless(cell) : cell);
    }
    line.endRecord();
  }

  private static boolean isText(Shape shape) {
    return !(shape instanceof Shape.Leaf leaf) || !HARMLESS.contains(leaf.type());
  }

  private static @Nullable String harmless(@Nullable String cell) {
    return cell != null && !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0
        ? "'" + cell
        : cell;
  }

  @Override
  public void flush() throws IOException {
    csv.flush();
  }

  @Override
  public void finish() throws IOException {
    begin();
    csv.flush();
  }
}
