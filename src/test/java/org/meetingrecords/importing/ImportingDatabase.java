package org.meetingrecords.importing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.importing.files.Progress;
import org.meetingrecords.importing.loading.Report;
import org.springframework.core.io.ClassPathResource;
import org.springframework.util.FileSystemUtils;

/** A database that imports may fill, with the reference data in it. */
public record ImportingDatabase(Address address) {

  public static ImportingDatabase named(String name) {
    return new ImportingDatabase(TestDatabase.migrated(name));
  }

  /** The rows of a query, a line each. */
  public List<String> rows(String sql) {
    try (var connection = address.connect();
        var statement = connection.createStatement();
        var found = statement.executeQuery(sql)) {
      var rows = new ArrayList<String>();
      int width = found.getMetaData().getColumnCount();
      while (found.next()) {
        var row = new ArrayList<String>();
        for (int i = 1; i <= width; i++) {
          row.add(String.valueOf(found.getString(i)));
        }
        rows.add(String.join(" | ", row));
      }
      return rows;
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  public Report run(String format, Path folder) {
    return run(new Import(format, List.of(folder), false, false));
  }

  public Report run(Import wanted) {
    try {
      return wanted.run(address, Progress.silent());
    } catch (SQLException fault) {
      throw new IllegalStateException(fault);
    }
  }

  /** A copy of the small files of a format, for a test to change. */
  public static Path files(String format, Path folder) {
    try {
      FileSystemUtils.copyRecursively(
          new ClassPathResource("importing/" + format).getFile().toPath(), folder);
      Path speakers = folder.resolve("speakers.csv");
      if (Files.exists(speakers)) {
        table(Files.readAllLines(speakers), folder.resolve("Speakers_by_session.xlsx"));
        Files.delete(speakers);
      }
      return folder;
    } catch (IOException fault) {
      throw new UncheckedIOException(fault);
    }
  }

  private static void table(List<String> lines, Path file) throws IOException {
    var sheet = new StringBuilder();
    var rows =
        new ArrayList<>(List.of("Year,Session,ISO Code,Country,Name of Person Speaking,Post"));
    rows.addAll(lines);
    for (int row = 0; row < rows.size(); row++) {
      sheet.append("<row r=\"%d\">".formatted(row + 1));
      String[] cells = rows.get(row).split(",", -1);
      for (int column = 0; column < cells.length; column++) {
        if (!cells[column].isEmpty()) {
          sheet.append(
              "<c r=\"%c%d\" t=\"inlineStr\"><is><t>%s</t></is></c>"
                  .formatted('A' + column, row + 1, cells[column]));
        }
      }
      sheet.append("</row>");
    }
    String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    String office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    String links = "http://schemas.openxmlformats.org/package/2006/relationships";
    String types = "application/vnd.openxmlformats-officedocument.spreadsheetml";
    try (var zip = new ZipOutputStream(Files.newOutputStream(file))) {
      entry(
          zip,
          "[Content_Types].xml",
          """
          <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">
          <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>
          <Override PartName="/xl/workbook.xml" ContentType="%1$s.sheet.main+xml"/>
          <Override PartName="/xl/worksheets/sheet1.xml" ContentType="%1$s.worksheet+xml"/></Types>
          """
              .formatted(types));
      entry(
          zip,
          "_rels/.rels",
          """
          <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/officeDocument" Target="xl/workbook.xml"/></Relationships>
          """
              .formatted(links, office));
      entry(
          zip,
          "xl/_rels/workbook.xml.rels",
          """
          <Relationships xmlns="%s"><Relationship Id="rId1" Type="%s/worksheet" Target="worksheets/sheet1.xml"/></Relationships>
          """
              .formatted(links, office));
      entry(
          zip,
          "xl/workbook.xml",
          """
          <workbook xmlns="%s" xmlns:r="%s"><sheets><sheet name="Speakers" sheetId="1" r:id="rId1"/></sheets></workbook>
          """
              .formatted(main, office));
      entry(
          zip,
          "xl/worksheets/sheet1.xml",
          "<worksheet xmlns=\"%s\"><sheetData>%s</sheetData></worksheet>".formatted(main, sheet));
    }
  }

  private static void entry(ZipOutputStream zip, String name, String text) throws IOException {
    zip.putNextEntry(new ZipEntry(name));
    zip.write(text.strip().getBytes(StandardCharsets.UTF_8));
    zip.closeEntry();
  }
}
