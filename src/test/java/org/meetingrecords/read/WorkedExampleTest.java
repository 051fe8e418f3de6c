package org.meetingrecords.read;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.meetingrecords.Approved;
import org.meetingrecords.GraphQlClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.core.io.ClassPathResource;

/** The example of the package documentation: its SQL and its JSON are approved files. */
@SpringBootTest(
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = "logging.level.org.meetingrecords.read=debug")
@ExtendWith(OutputCaptureExtension.class)
class WorkedExampleTest {
  @LocalServerPort private int port;

  @Test
  void becomesTheApprovedSqlAndJson(CapturedOutput output) throws Exception {
    var query =
        new ClassPathResource("read/worked-example.graphql")
            .getContentAsString(java.nio.charset.StandardCharsets.UTF_8);
    var data = new GraphQlClient(port).data(query);
    String sql =
        output
            .getOut()
            .lines()
            .filter(line -> line.contains("/* Query.meeting */"))
            .map(line -> line.substring(line.indexOf("/*")))
            .reduce((first, last) -> last)
            .orElseThrow();
    Approved.check("read/worked-example.sql", readable(sql));
    Approved.check("read/worked-example.json", data.toPrettyString() + "\n");
  }

  /** The statement is one line; a line break before each clause of note makes it a text to read. */
  private static String readable(String sql) {
    return sql.replaceAll(" (select|from|left join|where|order by|limit) ", "\n$1 ") + "\n";
  }
}
