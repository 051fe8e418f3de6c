package org.meetingrecords;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.embedded.EmbeddedDatabase;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;

/**
 * One embedded database for all tests of a run, fresh each time. Every Spring context gets it
 * (META-INF/spring.factories names this class), unless the test names a database itself.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Where the database is; it starts when first asked for. */
  public static Address address() {
    return Started.ADDRESS;
  }

  /** Another database on the same server, empty. */
  public static Address another(String name) {
    return Started.fresh(name);
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (environment.containsProperty("spring.datasource.url")) {
      return;
    }
    Address address = address();
    environment
        .getPropertySources()
        .addLast(
            new MapPropertySource(
                "test database",
                Map.of(
                    "spring.datasource.url", address.url(),
                    "spring.datasource.username", address.username(),
                    "spring.datasource.password", address.password())));
  }

  private static final class Started {
    private static final EmbeddedDatabase SERVER =
        EmbeddedDatabase.hold(Path.of("target", "test-database"));
    private static final Address ADDRESS = fresh("test");

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
    }

    /** The programs and the cluster of an earlier run serve again; what it stored is gone. */
    private static Address fresh(String name) {
      Address server = SERVER.address();
      try (var connection = server.connect();
          var statement = connection.createStatement()) {
        statement.execute("drop database if exists " + name + " with (force)");
        statement.execute("create database " + name);
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
      return new Address(
          server.url().replaceFirst("[^/]+$", name), server.username(), server.password());
    }
  }
}
