package org.meetingrecords.actor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.meetingrecords.GraphQlClient;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;

/** The states and groups that come with the application: counts that anybody can look up. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class ReferenceDataTest {
  @LocalServerPort private int port;

  @ParameterizedTest
  @CsvSource({
    "united-nations, 1945-12-31, 51",
    "united-nations, 1955-12-31, 76",
    "united-nations, 1960-12-31, 99",
    "united-nations, 2011-07-14, 193",
    "united-nations, 2026-01-01, 193",
    "european-union, 1958-01-01, 6",
    "european-union, 2015-01-01, 28",
    "european-union, 2020-02-01, 27",
    "nato, 1949-08-24, 12",
    "nato, 2026-01-01, 32",
    "african-union, 2026-01-01, 55",
    "asean, 1999-04-30, 10",
    "asean, 2026-01-01, 11",
    "osce, 2026-01-01, 57",
    "p5, 2026-01-01, 5",
    "un-security-council, 1965-06-01, 11",
    "un-security-council, 2020-06-01, 15",
  })
  void countsMembersOnADay(String group, String day, int members) {
    JsonNode found =
        new GraphQlClient(port)
            .data(
                "query ($group: String!, $day: Date) {"
                    + " actor(by: { slug: $group }) { members(asOf: $day) { role member { slug } } } }",
                Map.of("group", group, "day", day));
    assertThat(
            StreamSupport.stream(found.get("actor").get("members").spliterator(), false)
                .filter(each -> each.get("role").asString().equals("MEMBER"))
                .map(each -> each.get("member").get("slug").asString()))
        .doesNotHaveDuplicates()
        .hasSize(members);
  }

  /** Whose code a source prints is a question of the day. */
  @Test
  void historicStatesAreActorsOfTheirOwn() {
    JsonNode found =
        new GraphQlClient(port)
            .data(
                """
                { unitedNations: actor(by: { slug: "united-nations" }) { members(asOf: "1971-01-01") { member { slug } } }
                  soviet: actor(by: { identifier: { scheme: "iso3166-3", value: "SUHH" } }) {
                    kind iso3 successors { kind to { slug } } }
                  germany: actors(filter: { kind: { eq: HISTORIC_STATE }, name: { contains: "Germa" } }) { nodes { slug } } }""");
    assertThat(found.get("unitedNations").toString())
        .contains("\"soviet-union\"", "\"republic-of-china\"")
        .doesNotContain("\"russian-federation\"", "\"china\"");
    assertThat(found.get("soviet").get("kind").asString()).isEqualTo("HISTORIC_STATE");
    assertThat(found.get("soviet").get("successors").toString())
        .contains("{\"kind\":\"CONTINUATION\",\"to\":{\"slug\":\"russian-federation\"}}");
    assertThat(found.get("germany").get("nodes")).hasSize(2);
  }
}
