package org.meetingrecords.export;

import static com.jerolba.carpet.model.FieldTypes.BINARY;
import static com.jerolba.carpet.model.FieldTypes.BOOLEAN;
import static com.jerolba.carpet.model.FieldTypes.DOUBLE;
import static com.jerolba.carpet.model.FieldTypes.INSTANT;
import static com.jerolba.carpet.model.FieldTypes.INTEGER;
import static com.jerolba.carpet.model.FieldTypes.LIST;
import static com.jerolba.carpet.model.FieldTypes.LOCAL_DATE;
import static com.jerolba.carpet.model.FieldTypes.writeRecordModel;

import com.jerolba.carpet.CarpetWriter;
import com.jerolba.carpet.TimeUnit;
import com.jerolba.carpet.model.FieldType;
import com.jerolba.carpet.model.WriteRecordModelType;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
import org.apache.parquet.io.OutputFile;
import org.apache.parquet.io.api.Binary;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.read.RowCursor;
import org.meetingrecords.read.Shape;
import tools.jackson.databind.JsonNode;

/** A table as Parquet: days are days, lists are lists, closed lists are texts. */
final class ParquetRows implements RowWriter {
  /**
   * What is held back until a group of rows is complete; readers like them larger, heaps do not.
   */
  private static final long ROW_GROUP_BYTES = 16L << 20;

  private static final int DICTIONARY_BYTES = 256 << 10;

  private final ParquetStream out;
  private final CarpetWriter<TableRows> parquet;
  private final TableRows rows;

  ParquetRows(Table table, OutputStream out) throws IOException {
    this.out = new ParquetStream(out);
    rows = new TableRows(table);
    WriteRecordModelType<TableRows> model = writeRecordModel(TableRows.class);
    for (Table.Column column : table.columns()) {
      model.withField(column.name(), type(column.shape()), value(column));
    }
    parquet =
        new CarpetWriter.Builder<>((OutputFile) this.out, TableRows.class)
            .withWriteRecordModel(model)
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withCodecFactory(new GzipPages())
            // A column of many values is better off without one, and that is found out sooner.
            .withDictionaryPageSize(DICTIONARY_BYTES)
            .withSizeStatisticsEnabled(false)
            .withDefaultTimeUnit(TimeUnit.MICROS)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
  }

  @Override
  public int write(RowCursor node) throws IOException {
    return rows.forEach(node, () -> parquet.write(rows));
  }

  /** The first four bytes; the rest comes by groups of rows. */
  @Override
  public void flush() throws IOException {
    out.flush();
  }

  /** The footer, without which it cannot be read. */
  @Override
  public void finish() throws IOException {
    parquet.close();
  }

  private static FieldType type(Shape shape) {
    return switch (shape) {
      case Shape.Leaf(String scalar, var _) ->
          switch (scalar) {
            case "Int" -> INTEGER;
            case "Float" -> DOUBLE;
            case "Boolean" -> BOOLEAN;
            case "Date" -> LOCAL_DATE;
            case "DateTime" -> INSTANT;
            default -> BINARY.asString();
          };
      case Shape.Many(Shape element) -> LIST.ofType(type(element));
      case Shape.Struct(List<Shape.Field> fields) -> {
        WriteRecordModelType<JsonNode> model = writeRecordModel(JsonNode.class);
        for (Shape.Field field : fields) {
          model.withField(
              field.key(),
              type(field.shape()),
              node -> value(node.get(field.key()), field.shape()));
        }
        yield model;
      }
    };
  }

  private static Function<TableRows, @Nullable Object> value(Table.Column column) {
    if (column.shape() instanceof Shape.Leaf(String scalar, var _)
        && column.place() instanceof Table.Place.Cell cell) {
      Function<byte[], Object> leaf = leaf(scalar);
      return row -> {
        byte[] bytes = row.bytes(cell);
        return bytes == null ? null : leaf.apply(bytes);
      };
    }
    return row -> value(row.json(column.place()), column.shape());
  }

  private static @Nullable Object value(@Nullable JsonNode json, Shape shape) {
    if (json == null || json.isNull()) {
      return null;
    }
    return switch (shape) {
      case Shape.Leaf(String scalar, var _) ->
          scalar.equals("Boolean")
              ? (Object) json.asBoolean()
              : leaf(scalar).apply(json.asString().getBytes(StandardCharsets.UTF_8));
      case Shape.Struct _ -> json;
      case Shape.Many(Shape element) ->
          json.valueStream().map(each -> value(each, element)).toList();
    };
  }

  private static Function<byte[], Object> leaf(String scalar) {
    return switch (scalar) {
      case "Int" -> new Parsed(Integer::valueOf);
      case "Float" -> new Parsed(Double::valueOf);
      case "Boolean" -> bytes -> bytes[0] == 't';
      case "Date" -> new Parsed(LocalDate::parse);
      case "DateTime" -> new Parsed(text -> OffsetDateTime.parse(text).toInstant());
      default -> Binary::fromConstantByteArray;
    };
  }

  /** Parses; rows that follow one another often have the same value. */
  private static final class Parsed implements Function<byte[], Object> {
    private final Function<String, Object> parse;
    private byte[] last = {};
    private @Nullable Object value;

    Parsed(Function<String, Object> parse) {
      this.parse = parse;
    }

    @Override
    public Object apply(byte[] bytes) {
      Object known = value;
      if (known == null || !Arrays.equals(bytes, last)) {
        known = parse.apply(new String(bytes, StandardCharsets.US_ASCII));
        value = known;
        last = bytes;
      }
      return known;
    }
  }
}
