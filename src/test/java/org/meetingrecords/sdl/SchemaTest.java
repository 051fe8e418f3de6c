package org.meetingrecords.sdl;

import static org.assertj.core.api.Assertions.assertThat;

import graphql.schema.idl.SchemaParser;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.Test;
import org.meetingrecords.Approved;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;

/** The whole schema as clients get it. A change of the API shows in the approved file. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class SchemaTest {
  @LocalServerPort private int port;

  @Test
  void servesTheApprovedSchema() throws Exception {
    var request =
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:%d/graphql/schema".formatted(port)))
            .build();
    try (var client = HttpClient.newHttpClient()) {
      var response = client.send(request, BodyHandlers.ofString());
      assertThat(response.headers().firstValue("Content-Type"))
          .hasValue("text/plain;charset=UTF-8");
      assertThat(new SchemaParser().parse(response.body()).getType("MeetingConnection"))
          .isPresent();
      Approved.check("schema.graphqls", response.body());
    }
  }
}
