package org.meetingrecords.read;

import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

/** A server on the made-up records, the same for all tests that ask it. */
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
public abstract class AskedOfMadeUpRecords {
  @LocalServerPort protected int port;

  @DynamicPropertySource
  protected static void database(DynamicPropertyRegistry properties) {
    MadeUpRecords.name(properties);
  }

  @BeforeEach
  protected void load() throws SQLException {
    MadeUpRecords.load();
  }
}
