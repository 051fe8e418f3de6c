package org.meetingrecords;

import static org.assertj.core.api.Assertions.assertThat;

import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/** The whole application starts on the database of the tests. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
class MeetingRecordsTest {

  @Autowired private DataSource dataSource;

  @Test
  void startsOnTheTestDatabase() throws Exception {
    try (var connection = dataSource.getConnection();
        var statement = connection.createStatement();
        var row =
            statement.executeQuery(
                "select current_database(), count(*) from databasechangeloglock group by 1")) {
      assertThat(row.next()).isTrue();
      assertThat(row.getString(1)).isEqualTo("test");
    }
  }
}
