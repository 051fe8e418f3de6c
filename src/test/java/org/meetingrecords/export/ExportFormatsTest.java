package org.meetingrecords.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.hardwood.InputFile;
import dev.hardwood.reader.ParquetFileReader;
import dev.hardwood.reader.RowReader;
import dev.hardwood.row.PqStruct;
import java.io.ByteArrayInputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipInputStream;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

/** The binary formats, read back by others. */
class ExportFormatsTest extends ExportingTest {
  private static final String AWKWARD =
      "{ forums(filter: { slug: { startsWith: \"awkward\" } }) { nodes { slug name acronym description } } }";

  private static final String TYPED =
      """
      { meetings(filter: { slug: { in: ["astop-13", "awkward-1", "long-1"] } }) { nodes {
          slug startsOn ordinal createdAt held { precision } forum { acronym }
          delegations { nodes { nameAsRecorded actor { iso3 } } } hosts { name } } } }""";

  @Test
  void parquetHoldsTypesAndLists() throws Exception {
    try (var file = parquet(TYPED);
        RowReader row = file.rowReader()) {
      row.next();
      assertThat(row.getString("slug")).isEqualTo("astop-13");
      assertThat(row.getDate("startsOn")).isEqualTo(LocalDate.of(2017, 1, 31));
      assertThat(row.getString("forum.acronym")).isEqualTo("ASTOP");
      assertThat(row.getList("hosts").structs())
          .extracting(host -> host.getString("name"))
          .containsExactly("Japan");
      assertThat(row.getList("delegations.nodes").isEmpty()).isTrue();
      row.next();
      assertThat(row.getInt("ordinal")).isEqualTo(1);
      assertThat(row.getTimestamp("createdAt")).isAfter(java.time.Instant.EPOCH);
      List<PqStruct> delegations = row.getList("delegations.nodes").structs();
      assertThat(delegations)
          .extracting(each -> each.getString("nameAsRecorded"))
          .containsExactly("Delegation 1", "Delegation 2");
      assertThat(delegations.getFirst().isNull("actor")).isTrue();
      row.next();
      assertThat(row.isNull("startsOn")).isTrue();
      assertThat(row.isNull("held.precision")).isTrue();
      assertThat(row.hasNext()).isFalse();
    }
  }

  @Test
  void parquetHoldsAwkwardAndLongTexts() throws Exception {
    try (var file = parquet(AWKWARD);
        RowReader row = file.rowReader()) {
      row.next();
      assertThat(row.getString("name")).isEqualTo("Comma, \"quote\" and\r\nline break");
      assertThat(row.getString("description"))
          .isEqualTo("tab\t, back\\slash, \u0001, 😀, שלום עולם, e\u0301");
      row.next();
      assertThat(row.isNull("description")).isTrue();
      row.next();
      assertThat(row.getString("description")).isEqualTo("0123456789".repeat(100_000));
    }
  }

  @Test
  void parquetOfNothingIsAFileToo() throws Exception {
    try (var file = parquet("{ people(filter: { slug: { eq: \"nobody\" } }) { nodes { slug } } }");
        RowReader row = file.rowReader()) {
      assertThat(row.hasNext()).isFalse();
    }
  }

  @Test
  void spreadsheetHoldsDaysNumbersAndTexts() throws Exception {
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes(export(TYPED, "xlsx"))))) {
      List<Row> rows = workbook.getFirstSheet().read();
      assertThat(rows).hasSize(4);
      assertThat(rows.getFirst().getCellText(1)).isEqualTo("startsOn");
      assertThat(rows.get(1).getCellAsDate(1)).hasValue(LocalDate.of(2017, 1, 31).atStartOfDay());
      assertThat(rows.get(2).getCell(2).getType()).isEqualTo(CellType.NUMBER);
      assertThat(rows.get(2).getCellText(6))
          .isEqualTo(
              "[{\"nameAsRecorded\":\"Delegation 1\",\"actor\":null},{\"nameAsRecorded\":\"Delegation 2\",\"actor\":null}]");
      assertThat(rows.get(3).getOptionalCell(1)).isEmpty();
    }
    String some = AWKWARD.replace("startsWith", "eq");
    try (var workbook =
        new ReadableWorkbook(new ByteArrayInputStream(bytes(export(some, "xlsx"))))) {
      Row row = workbook.getFirstSheet().read().get(1);
      assertThat(row.getCell(2).getType()).isEqualTo(CellType.STRING);
      assertThat(row.getCellText(2)).isEqualTo("=SUM(A1)");
      assertThat(row.getCellText(3)).contains("😀, שלום עולם");
    }
  }

  @Test
  void spreadsheetThatWouldNotFitIsRefused() throws Exception {
    HttpResponse<byte[]> answer = export(AWKWARD, "xlsx");
    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(JSON.readTree(answer.body()).at("/errors/0/message").asString())
        .isEqualTo(
            "format: this does not fit into xlsx: a cell takes at most 32,767 characters, and row 3 has 1,000,000 in description. csv and parquet hold it.");
  }

  @Test
  void archiveTellsWhatItHolds() throws Exception {
    String query =
        "query Hosts($s: [String!]) { meetings(filter: { slug: { in: $s } }) { nodes { slug startsOn mode forum { name } } } }";
    Map<String, Object> variables = Map.of("s", List.of("astop-16"));
    HttpResponse<byte[]> answer =
        send(Map.of("query", query, "variables", variables, "format", "csv", "archive", true));
    assertThat(answer.headers().firstValue("Content-Disposition"))
        .hasValue("attachment; filename=\"Hosts.zip\"");
    Map<String, byte[]> files = unzipped(answer.body());
    assertThat(files.keySet())
        .containsExactly(
            "Hosts.csv", "columns.json", "query.graphql", "manifest.json", "README.txt");
    assertThat(new String(files.get("Hosts.csv"), StandardCharsets.UTF_8))
        .isEqualTo(
            "slug,startsOn,mode,forum.name\r\nastop-16,2020-12-09,VIRTUAL,Asian Senior-level Talks on Non-Proliferation\r\n");
    JsonNode columns = JSON.readTree(files.get("columns.json")).at("/tableSchema/columns");
    assertThat(columns.valueStream().map(column -> column.get("name").asString()))
        .containsExactly("slug", "startsOn", "mode", "forum.name");
    assertThat(columns.at("/1/datatype").asString()).isEqualTo("date");
    assertThat(columns.at("/1/dc:description").asString())
        .isEqualTo("The first day. Null unless the very day is known.");
    assertThat(columns.at("/2/datatype/format").asString()).startsWith("IN_PERSON|VIRTUAL");
    assertThat(new String(files.get("query.graphql"), StandardCharsets.UTF_8))
        .isEqualTo(query + "\n");
    JsonNode manifest = JSON.readTree(files.get("manifest.json"));
    assertThat(manifest.at("/request/variables/s/0").asString()).isEqualTo("astop-16");
    assertThat(manifest.at("/data/rows").asInt()).isEqualTo(1);
    assertThat(manifest.at("/data/bytes").asInt()).isEqualTo(files.get("Hosts.csv").length);
    assertThat(manifest.at("/data/sha256").asString())
        .isEqualTo(
            HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(files.get("Hosts.csv"))));
    assertThat(manifest.at("/databaseVersion").asString()).matches("\\d+-[0-9a-f]{8}");
    assertThat(manifest.at("/sources").valueStream().map(source -> source.get("slug").asString()))
        .contains("mfa-china-2020-12-11");
    assertThat(manifest.at("/citation").asString())
        .startsWith("Meeting Records, export \"Hosts\" of ")
        .contains("Ministry of Foreign Affairs of the People's Republic of China, 2020-12-11");
    assertThat(new String(files.get("README.txt"), StandardCharsets.UTF_8))
        .contains("How to cite", manifest.at("/citation").asString());
  }

  /** Of what is reached over lists too, and of nothing that is not. */
  @Test
  void archiveCitesWhatWasReached() throws Exception {
    String query = "{ %s(filter: { slug: { eq: \"%s\" } }) { nodes { slug %s } } }";
    assertThat(cited(query.formatted("forums", "awkward-plain", ""))).isEmpty();
    List<String> statements =
        cited(
            "{ statements(first: 1) { nodes { slug texts { language } citations { target { label } } } } }");
    assertThat(statements).isNotEmpty();
    assertThat(
            cited(
                "{ forums(filter: { slug: { eq: \"astop\" } }) { nodes { statements: meetings { edges { node { statements { nodes { texts { language } citations { target { label } } } } } } } } } }"))
        .containsAll(statements);
  }

  private List<String> cited(String query) throws Exception {
    Map<String, byte[]> files =
        unzipped(send(Map.of("query", query, "format", "ndjson", "archive", true)).body());
    return JSON.readTree(files.get("manifest.json"))
        .get("sources")
        .valueStream()
        .map(source -> source.get("slug").asString())
        .toList();
  }

  private ParquetFileReader parquet(String query) throws Exception {
    return ParquetFileReader.open(InputFile.of(ByteBuffer.wrap(bytes(export(query, "parquet")))));
  }

  private HttpResponse<byte[]> export(String query, String format) throws Exception {
    return send(Map.of("query", query, "format", format));
  }

  private static byte[] bytes(HttpResponse<byte[]> answer) {
    assertThat(answer.statusCode())
        .as(new String(answer.body(), StandardCharsets.UTF_8))
        .isEqualTo(200);
    return answer.body();
  }

  private HttpResponse<byte[]> send(Map<String, ?> wanted) throws Exception {
    try (var client = HttpClient.newHttpClient()) {
      return client.send(
          request("").POST(BodyPublishers.ofString(JSON.writeValueAsString(wanted))).build(),
          BodyHandlers.ofByteArray());
    }
  }

  private static Map<String, byte[]> unzipped(byte[] archive) throws Exception {
    var files = new LinkedHashMap<String, byte[]>();
    try (var zip = new ZipInputStream(new ByteArrayInputStream(archive))) {
      for (var entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
        files.put(entry.getName(), zip.readAllBytes());
      }
    }
    return files;
  }
}
