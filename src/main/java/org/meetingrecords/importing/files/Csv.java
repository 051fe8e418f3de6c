package org.meetingrecords.importing.files;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;

/** A table with a header, read row by row. */
public final class Csv implements AutoCloseable {

  private final String file;
  private final CsvReader<CsvRecord> reader;
  private final Iterator<CsvRecord> rows;
  private final int[] positions;
  private final int width;
  private long line = 1;
  private List<String> fields = List.of();

  private Csv(String file, CsvReader<CsvRecord> reader, List<String> columns) throws IOException {
    this.file = file;
    this.reader = reader;
    this.rows = reader.iterator();
    if (!advance()) {
      throw new FileFault(new Place(file, 0), "the file is empty");
    }
    positions = columns.stream().mapToInt(fields::indexOf).toArray();
    width = fields.size();
    for (int i = 0; i < positions.length; i++) {
      if (positions[i] < 0) {
        throw new FileFault(
            new Place(file, 1), "the header has no column \"%s\"".formatted(columns.get(i)));
      }
    }
  }

  /** Opens a file that must have these columns, in whatever order. */
  public static Csv open(Input input, String file, String... columns) throws IOException {
    return open(input, file, StandardCharsets.UTF_8, columns);
  }

  /** Opens a file of another encoding. */
  public static Csv open(Input input, String file, Charset charset, String... columns)
      throws IOException {
    var reader = CsvReader.builder().ofCsvRecord(input.text(file, charset));
    try {
      return new Csv(file, reader, List.of(columns));
    } catch (IOException fault) {
      reader.close();
      throw fault;
    }
  }

  private boolean advance() throws IOException {
    try {
      if (!rows.hasNext()) {
        return false;
      }
      CsvRecord row = rows.next();
      line = row.getStartingLineNumber();
      fields = row.getFields();
      return true;
    } catch (UncheckedIOException fault) {
      if (fault.getCause() instanceof CharacterCodingException) {
        throw new FileFault(new Place(file, line), "the text after this line is not UTF-8");
      }
      throw fault.getCause();
    } catch (CsvParseException fault) {
      throw new FileFault(new Place(file, line), "after this line: " + fault.getMessage());
    }
  }

  public boolean next() throws IOException {
    return advance();
  }

  /** Whether the row has as many fields as the header. */
  public boolean isWhole() {
    return fields.size() == width;
  }

  /** All fields of the row; those of the header before the first row is asked for. */
  public List<String> fields() {
    return fields;
  }

  /** The field of the column that was named at this place when the file was opened. */
  public String get(int column) {
    return fields.get(positions[column]);
  }

  public Place place() {
    return new Place(file, line);
  }

  public String raw() {
    return String.join(",", fields);
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
