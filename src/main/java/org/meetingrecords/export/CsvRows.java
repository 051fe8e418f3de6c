package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.meetingrecords.read.RowCursor;

/** A table as CSV after RFC 4180, in UTF-8. */
final class CsvRows implements RowWriter {
  private final OutputStream out;
  private final Utf8 csv = new Utf8();
  private final List<Table.Column> columns;
  private final TableRows rows;
  private final boolean safe;
  private boolean begun;

  CsvRows(Table table, OutputStream out, boolean safe) {
    this.out = out;
    this.columns = table.columns();
    this.rows = new TableRows(table);
    this.safe = safe;
  }

  @Override
  public int write(RowCursor node) throws IOException {
    begin();
    return rows.forEach(node, this::row);
  }

  private void begin() {
    if (!begun) {
      begun = true;
      for (int i = 0; i < columns.size(); i++) {
        separate(i);
        csv.cell(columns.get(i).name().getBytes(StandardCharsets.UTF_8));
      }
      end();
    }
  }

  private void row() throws IOException {
    for (int i = 0; i < columns.size(); i++) {
      Table.Column column = columns.get(i);
      separate(i);
      byte[] cell = Texts.cell(rows, column);
      if (cell != null) {
        if (safe && Texts.isText(column.shape()) && Texts.isFormula(cell)) {
          cell = Texts.harmless(cell);
        }
        csv.cell(cell);
      }
    }
    end();
    csv.drainSome(out);
  }

  private void separate(int column) {
    if (column > 0) {
      csv.put(',');
    }
  }

  private void end() {
    csv.put('\r');
    csv.put('\n');
  }

  @Override
  public void flush() throws IOException {
    csv.drain(out);
    out.flush();
  }

  @Override
  public void finish() throws IOException {
    begin();
    flush();
  }
}
