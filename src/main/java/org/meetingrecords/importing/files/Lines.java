package org.meetingrecords.importing.files;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** A file in UTF-8, line by line; no line is held before the next one is asked for. */
public final class Lines implements AutoCloseable {

  /** In bytes. The longest text known, a report of 600 pages, has a tenth of this. */
  private static final int LONGEST = 32 << 20;

  private static final int BYTE_ORDER_MARK = 0xFEFF;
  private static final int BLOCK = 1 << 16;

  private final String file;
  private final InputStream in;
  private final byte[] block = new byte[BLOCK];
  private final ByteArrayOutputStream line = new ByteArrayOutputStream();
  private int next;
  private int end;
  private long number;

  private Lines(String file, InputStream in) {
    this.file = file;
    this.in = in;
  }

  public static Lines of(Input input, String file) throws IOException {
    return new Lines(file, input.open(file));
  }

  /** The next line without its end, or null where there is none. */
  public @Nullable String next() throws IOException {
    line.reset();
    number++;
    while (true) {
      if (next == end) {
        next = 0;
        end = Math.max(0, in.read(block));
        if (end == 0) {
          return line.size() == 0 ? null : text();
        }
      }
      int from = next;
      while (next < end && block[next] != '\n') {
        next++;
      }
      line.write(block, from, next - from);
      if (line.size() > LONGEST) {
        throw new FileFault(place(), "the line is longer than %d MB".formatted(LONGEST >> 20));
      }
      if (next < end) {
        next++;
        return text();
      }
    }
  }

  private String text() throws FileFault {
    try {
      String text =
          StandardCharsets.UTF_8
              .newDecoder()
              .decode(ByteBuffer.wrap(line.toByteArray()))
              .toString();
      return number == 1 && !text.isEmpty() && text.charAt(0) == BYTE_ORDER_MARK
          ? text.substring(1)
          : text;
    } catch (CharacterCodingException fault) {
      throw new FileFault(place(), "the line is not UTF-8");
    }
  }

  public Place place() {
    return new Place(file, number);
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
