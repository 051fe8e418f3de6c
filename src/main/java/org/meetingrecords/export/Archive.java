package org.meetingrecords.export;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A zip with the data and what somebody needs who finds it in ten years: what each column means,
 * the query, how to cite it.
 */
final class Archive {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final RowsExport export;
  private final String application;
  private final String databaseVersion;
  private final Instant time = Instant.now().truncatedTo(ChronoUnit.SECONDS);

  /**
   * @param application the version of this application
   */
  Archive(RowsExport export, String application, String databaseVersion) {
    this.export = export;
    this.application = application;
    this.databaseVersion = databaseVersion;
  }

  /** Something that is written and then known. */
  @FunctionalInterface
  interface Data {
    /**
     * @return how many rows there were
     */
    long write(OutputStream out) throws IOException;
  }

  /** Asked for once the data is written. */
  @FunctionalInterface
  interface Sources {
    JsonNode read();
  }

  long write(Data data, Sources sources, OutputStream out) throws IOException {
    var zip = new ZipOutputStream(new Unclosed(out), StandardCharsets.UTF_8);
    zip.putNextEntry(new ZipEntry(export.dataName()));
    var counted = new Counted(zip);
    long rows = data.write(counted);
    counted.flush();
    zip.closeEntry();
    entry(zip, "columns.json", JSON.writeValueAsBytes(Columns.of(export)));
    entry(
        zip,
        "query.graphql",
        (export.request().query().strip() + "\n").getBytes(StandardCharsets.UTF_8));
    JsonNode cited = sources.read();
    String citation = Citations.of(export, rows, time, databaseVersion, cited);
    entry(zip, "manifest.json", JSON.writeValueAsBytes(manifest(rows, counted, cited, citation)));
    entry(zip, "README.txt", readMe(rows, citation).getBytes(StandardCharsets.UTF_8));
    zip.finish();
    zip.flush();
    return rows;
  }

  private static void entry(ZipOutputStream zip, String name, byte[] content) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(content);
    zip.closeEntry();
  }

  private Map<String, Object> manifest(
      long rows, Counted counted, JsonNode sources, String citation) {
    ExportRequest request = export.request();
    Map<String, Object> asked = new LinkedHashMap<>();
    asked.put("query", "query.graphql");
    if (request.operationName() != null) {
      asked.put("operationName", request.operationName());
    }
    asked.put("variables", request.variables());
    asked.put("format", request.format().toString());
    asked.put("explode", request.explode());
    asked.put("spreadsheetSafe", request.spreadsheetSafe());
    Map<String, Object> data = new LinkedHashMap<>();
    data.put("file", export.dataName());
    data.put("rows", rows);
    data.put("bytes", counted.bytes);
    data.put("sha256", counted.sha256());
    Map<String, Object> manifest = new LinkedHashMap<>();
    manifest.put("exportedAt", time.toString());
    manifest.put("application", application);
    manifest.put("databaseVersion", databaseVersion);
    manifest.put("request", asked);
    manifest.put("data", data);
    manifest.put("citation", citation);
    manifest.put("sources", sources);
    return manifest;
  }

  private String readMe(long rows, String citation) {
    return """
        %s: %d rows, exported from Meeting Records at %s.

        %-16s the data
        columns.json     what each column means, in the words of the schema (CSV on the Web, https://www.w3.org/TR/tabular-metadata/)
        query.graphql    the query that this answers; asked of GraphiQL, it shows the same records
        manifest.json    when and from which state of the database; rows, bytes and sha-256 of the data; its sources with their rights

        An empty cell, or null, means that nothing is recorded, and not that there was nothing. NA is Namibia: tell your
        program not to read it as a missing value. Names ending in AsRecorded are as the source prints them.

        How to cite

        %s
        """
        .formatted(export.name(), rows, time, export.dataName(), citation);
  }

  /** Counts what goes by, and takes its hash. */
  private static final class Counted extends FilterOutputStream {
    private final MessageDigest hash;
    private long bytes;

    Counted(OutputStream out) {
      super(out);
      try {
        hash = MessageDigest.getInstance("SHA-256");
      } catch (NoSuchAlgorithmException impossible) {
        throw new IllegalStateException(impossible);
      }
      this.out = new DigestOutputStream(out, hash);
    }

    @Override
    public void write(int one) throws IOException {
      out.write(one);
      bytes++;
    }

    @Override
    public void write(byte[] more, int from, int count) throws IOException {
      out.write(more, from, count);
      bytes += count;
    }

    String sha256() {
      return HexFormat.of().formatHex(hash.digest());
    }
  }
}
