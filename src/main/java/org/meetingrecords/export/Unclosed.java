package org.meetingrecords.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;

/** What is flushed where a library would close it: more may be written after it. */
final class Unclosed extends FilterOutputStream {

  Unclosed(OutputStream out) {
    super(out);
  }

  @Override
  public void write(byte[] bytes, int from, int count) throws IOException {
    out.write(bytes, from, count);
  }

  @Override
  public void close() throws IOException {
    flush();
  }
}
