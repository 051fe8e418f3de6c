package org.meetingrecords.embedded;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;

/** A PostgreSQL that somebody else runs. */
public record ExternalDatabase(Address address) implements Database {

  static final String HOW =
      "name a PostgreSQL 15 or newer by SPRING_DATASOURCE_URL, SPRING_DATASOURCE_USERNAME and"
          + " SPRING_DATASOURCE_PASSWORD.";

  private static final int OLDEST = 15;
  private static final String STARTING_UP = "57P03";
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  /** The database at an address, once it has answered and is new enough. */
  public static ExternalDatabase at(Address address) {
    if (!address.url().startsWith("jdbc:postgresql:")) {
      throw new DatabaseUnavailable(
          "SPRING_DATASOURCE_URL is "
              + address.shown()
              + ", where jdbc:postgresql://host:port/database is expected.");
    }
    try (var connection = connect(address)) {
      int version = connection.getMetaData().getDatabaseMajorVersion();
      if (version < OLDEST) {
        throw new DatabaseUnavailable(
            "The database at %s is PostgreSQL %s; PostgreSQL %d or newer is needed."
                .formatted(address, connection.getMetaData().getDatabaseProductVersion(), OLDEST));
      }
    } catch (SQLException refused) {
      throw new DatabaseUnavailable(
          "The database at " + address + " cannot be reached: " + firstLine(refused), refused);
    }
    return new ExternalDatabase(address);
  }

  @Override
  public void close() {
    // Its owner stops it.
  }

  private static Connection connect(Address address) throws SQLException {
    Instant end = Instant.now().plus(PATIENCE);
    while (true) {
      try {
        return address.connect();
      } catch (SQLException refused) {
        if (!STARTING_UP.equals(refused.getSQLState()) || Instant.now().isAfter(end)) {
          throw refused;
        }
        Pause.brief();
      }
    }
  }

  static String firstLine(SQLException refused) {
    return String.valueOf(refused.getMessage()).lines().findFirst().orElse("no reason was given");
  }
}
