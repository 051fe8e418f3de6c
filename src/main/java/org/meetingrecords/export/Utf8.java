package org.meetingrecords.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * JSON or CSV in UTF-8 that is being put together, from the database's bytes and without a text in
 * between: that is where most of the time would go.
 */
final class Utf8 {
  private static final int ENOUGH = 32_768;
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private byte[] bytes = new byte[2 * ENOUGH];
  private int length;

  /** PostgreSQL's JSON without the blanks and line breaks between its values. */
  static byte[] compact(byte[] json) {
    var out = new byte[json.length];
    int length = 0;
    boolean text = false;
    for (int i = 0; i < json.length; i++) {
      byte b = json[i];
      if (text) {
        out[length++] = b;
        if (b == '\\') {
          out[length++] = json[++i];
        } else if (b == '"') {
          text = false;
        }
      } else if (b > ' ' || b < 0) {
        out[length++] = b;
        text = b == '"';
      }
    }
    return length == json.length ? out : Arrays.copyOf(out, length);
  }

  void put(byte[] more) {
    put(more, 0, more.length);
  }

  private void put(byte[] more, int from, int count) {
    reserve(count);
    System.arraycopy(more, from, bytes, length, count);
    length += count;
  }

  void put(char ascii) {
    reserve(1);
    bytes[length++] = (byte) ascii;
  }

  private void reserve(int count) {
    if (length + count > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + count, 2 * bytes.length));
    }
  }

  /** A text as PostgreSQL's JSON has it. */
  void json(byte[] text) {
    put('"');
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      byte b = text[i];
      if (b == '"' || b == '\\' || (b >= 0 && b < ' ')) {
        put(text, from, i - from);
        escaped(b);
        from = i + 1;
      }
    }
    put(text, from, text.length - from);
    put('"');
  }

  /** A cell as RFC 4180 has it: in quotes where it holds what would end it. */
  void cell(byte[] text) {
    boolean plain = true;
    for (int i = 0; plain && i < text.length; i++) {
      byte b = text[i];
      plain = b != ',' && b != '"' && b != '\n' && b != '\r';
    }
    if (plain) {
      put(text);
      return;
    }
    put('"');
    int from = 0;
    for (int i = 0; i < text.length; i++) {
      if (text[i] == '"') {
        put(text, from, i + 1 - from);
        from = i;
      }
    }
    put(text, from, text.length - from);
    put('"');
  }

  private void escaped(byte b) {
    put('\\');
    switch (b) {
      case '"', '\\' -> put((char) b);
      case '\n' -> put('n');
      case '\r' -> put('r');
      case '\t' -> put('t');
      case '\b' -> put('b');
      case '\f' -> put('f');
      default -> {
        put('u');
        put('0');
        put('0');
        put((char) HEX[b >> 4]);
        put((char) HEX[b & 15]);
      }
    }
  }

  /** Puts all of it behind the other, and begins anew. */
  void moveTo(Utf8 other) {
    other.put(bytes, 0, length);
    clear();
  }

  /** Hands the bytes on where there are enough of them to be worth it. */
  void drainSome(OutputStream out) throws IOException {
    if (length >= ENOUGH) {
      drain(out);
    }
  }

  void drain(OutputStream out) throws IOException {
    out.write(bytes, 0, length);
    clear();
  }

  private void clear() {
    length = 0;
    if (bytes.length > 8 * ENOUGH) {
      bytes = new byte[2 * ENOUGH];
    }
  }
}
