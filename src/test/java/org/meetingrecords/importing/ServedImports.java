package org.meetingrecords.importing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.meetingrecords.GraphQlClient;
import org.meetingrecords.MeetingRecords;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.importing.loading.Report;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** A server on a database that imports fill, for whoever asks what they brought. */
public final class ServedImports {

  public static final ImportingDatabase DATABASE = ImportingDatabase.named("importing_parliaments");

  private static final int PORT =
      Integer.parseInt(
          new SpringApplicationBuilder(MeetingRecords.class)
              .properties(TestDatabase.properties(DATABASE.address()))
              .properties("server.port=0", "records.sample=false")
              .run()
              .getEnvironment()
              .getRequiredProperty("local.server.port"));

  public static final GraphQlClient CLIENT = new GraphQlClient(PORT);

  private ServedImports() {}

  /** The answer to a query, as JSON on one line. */
  public static String answer(String query) {
    return CLIENT.data(query).toString();
  }

  /** The lines of a report that tell of rows created or changed. */
  public static List<String> changes(Report report) {
    assertThat(report.isKept()).as(report.toString()).isTrue();
    var counts =
        report.toString().lines().filter(line -> line.matches("[a-z ]+( +\\d+){4}")).toList();
    assertThat(counts).hasSizeGreaterThan(5);
    return counts.stream().filter(line -> !line.matches(".* 0 +0 +\\d+")).toList();
  }
}
