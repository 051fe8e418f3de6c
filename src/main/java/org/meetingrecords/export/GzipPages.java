package org.meetingrecords.export;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.zip.Deflater;
import java.util.zip.GZIPOutputStream;
import org.apache.parquet.bytes.BytesInput;
import org.apache.parquet.compression.CompressionCodecFactory;
import org.apache.parquet.hadoop.metadata.CompressionCodecName;

/**
 * Compresses the pages of Parquet by what every JDK has, fast rather than small: most of the saving
 * is in the encodings.
 */
final class GzipPages implements CompressionCodecFactory {

  /** Pages of one file. */
  private static final class Compressor implements BytesInputCompressor {

    @Override
    public BytesInput compress(BytesInput page) throws IOException {
      var compressed = new ByteArrayOutputStream();
      try (var gzip = new Fast(compressed)) {
        page.writeAllTo(gzip);
      }
      return BytesInput.from(compressed);
    }

    @Override
    public CompressionCodecName getCodecName() {
      return CompressionCodecName.GZIP;
    }

    @Override
    public void release() {
      // Holds nothing.
    }
  }

  private static final class Fast extends GZIPOutputStream {
    Fast(OutputStream out) throws IOException {
      super(out, 1 << 13);
      def.setLevel(Deflater.BEST_SPEED);
    }
  }

  @Override
  public BytesInputCompressor getCompressor(CompressionCodecName codec) {
    return new Compressor();
  }

  @Override
  public BytesInputDecompressor getDecompressor(CompressionCodecName codec) {
    throw new UnsupportedOperationException("pages are only written");
  }

  @Override
  public void release() {
    // Holds nothing.
  }
}
