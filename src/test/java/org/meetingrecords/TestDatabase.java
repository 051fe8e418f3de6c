package org.meetingrecords;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Map;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.embedded.EmbeddedDatabase;
import org.meetingrecords.migration.Changelog;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.io.DefaultResourceLoader;
import org.springframework.test.context.DynamicPropertyRegistry;

/**
 * One embedded database server for all tests of a run, with fresh databases each time. Every Spring
 * context gets the same one of them (META-INF/spring.factories names this class), unless the test
 * names a database itself.
 */
public final class TestDatabase
    implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  /** Where the database of most tests is; it starts when first asked for. */
  public static Address address() {
    return Shared.ADDRESS;
  }

  /** Another database on the same server, empty. */
  public static Address empty(String name) {
    return Server.make(name, "");
  }

  /** Another database on the same server, with all tables and the reference data. */
  public static Address migrated(String name) {
    return Server.make(name, " template " + Server.TEMPLATE);
  }

  /** Lets the Spring context of a test use a database. */
  public static void name(Address address, DynamicPropertyRegistry properties) {
    properties(address).forEach((property, value) -> properties.add(property, () -> value));
  }

  /** What Spring is told of a database. */
  public static Map<String, Object> properties(Address address) {
    return Map.of(
        "spring.datasource.url", address.url(),
        "spring.datasource.username", address.username(),
        "spring.datasource.password", address.password());
  }

  /** The same as variables of a process's environment. */
  public static Map<String, String> environment(Address address) {
    return Map.of(
        "SPRING_DATASOURCE_URL", address.url(),
        "SPRING_DATASOURCE_USERNAME", address.username(),
        "SPRING_DATASOURCE_PASSWORD", address.password());
  }

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    var environment = context.getEnvironment();
    if (!environment.containsProperty("spring.datasource.url")) {
      environment
          .getPropertySources()
          .addLast(new MapPropertySource("test database", properties(address())));
    }
  }

  private static final class Shared {
    private static final Address ADDRESS = migrated("test");
  }

  private static final class Server {
    private static final EmbeddedDatabase SERVER =
        EmbeddedDatabase.hold(Path.of("target", "test-database"));

    /** What other databases are copied from, as making all tables anew takes seconds. */
    private static final String TEMPLATE = "migrated";

    static {
      Runtime.getRuntime().addShutdownHook(new Thread(SERVER::close));
      // First of all: within one process, Liquibase does one thing at a time.
      new Changelog(new DefaultResourceLoader()).migrate(make(TEMPLATE, ""));
    }

    /** The programs and the cluster of an earlier run serve again; what it stored is gone. */
    private static synchronized Address make(String name, String likeWhat) {
      Address server = SERVER.address();
      try (var connection = server.connect();
          var statement = connection.createStatement()) {
        statement.execute("drop database if exists " + name + " with (force)");
        statement.execute("create database " + name + likeWhat);
        // What a test stores need not outlive the machine.
        statement.execute("alter database " + name + " set synchronous_commit = off");
      } catch (SQLException fault) {
        throw new IllegalStateException(fault);
      }
      return new Address(
          server.url().replaceFirst("[^/]+$", name), server.username(), server.password());
    }
  }
}
