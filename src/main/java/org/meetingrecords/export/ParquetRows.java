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
import java.util.List;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;
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

  private final CarpetWriter<TableRows> parquet;
  private final TableRows rows;

  ParquetRows(Table table, OutputStream out) throws IOException {
    rows = new TableRows(table);
    WriteRecordModelType<TableRows> model = writeRecordModel(TableRows.class);
    for (Table.Column column : table.columns()) {
      model.withField(column.name(), type(column.shape()), row -> value(row, column));
    }
    parquet =
        new CarpetWriter.Builder<>(new Unclosed(out), TableRows.class)
            .withWriteRecordModel(model)
            // The one that needs no native library; most of the saving is in the encodings.
            .withCompressionCodec(CompressionCodecName.GZIP)
            .withDefaultTimeUnit(TimeUnit.MICROS)
            .withRowGroupSize(ROW_GROUP_BYTES)
            .build();
  }

  @Override
  public int write(RowCursor node) throws IOException {
    return rows.forEach(node, () -> parquet.write(rows));
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

  private static @Nullable Object value(TableRows row, Table.Column column) {
    if (column.shape() instanceof Shape.Leaf(String scalar, var _)
        && column.place() instanceof Table.Place.Cell cell) {
      byte[] bytes = row.bytes(cell);
      return bytes == null ? null : leaf(scalar, bytes);
    }
    return value(row.json(column.place()), column.shape());
  }

  private static @Nullable Object value(@Nullable JsonNode json, Shape shape) {
    if (json == null || json.isNull()) {
      return null;
    }
    return switch (shape) {
      case Shape.Leaf(String scalar, var _) ->
          scalar.equals("Boolean")
              ? (Object) json.asBoolean()
              : leaf(scalar, json.asString().getBytes(StandardCharsets.UTF_8));
      case Shape.Struct _ -> json;
      case Shape.Many(Shape element) ->
          json.valueStream().map(each -> value(each, element)).toList();
    };
  }

  private static Object leaf(String scalar, byte[] bytes) {
    return switch (scalar) {
      case "Int" -> Integer.parseInt(text(bytes));
      case "Float" -> Double.parseDouble(text(bytes));
      case "Boolean" -> bytes[0] == 't';
      case "Date" -> LocalDate.parse(text(bytes));
      case "DateTime" -> OffsetDateTime.parse(text(bytes)).toInstant();
      default -> Binary.fromConstantByteArray(bytes);
    };
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.US_ASCII);
  }
}
