package org.meetingrecords.migration;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Level;
import java.util.stream.Collectors;
import liquibase.Contexts;
import liquibase.LabelExpression;
import liquibase.Liquibase;
import liquibase.Scope;
import liquibase.UpdateSummaryEnum;
import liquibase.changelog.ChangeLogParameters;
import liquibase.changelog.ChangeSet;
import liquibase.changelog.DatabaseChangeLog;
import liquibase.changelog.RanChangeSet;
import liquibase.database.core.PostgresDatabase;
import liquibase.database.jvm.JdbcConnection;
import liquibase.exception.LiquibaseException;
import liquibase.exception.ValidationFailedException;
import liquibase.integration.spring.SpringResourceAccessor;
import liquibase.parser.ChangeLogParserFactory;
import liquibase.ui.LoggerUIService;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.embedded.DatabaseUnavailable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ResourceLoader;

/** The changes of the tables that this application knows, in their order. */
public final class Changelog {

  private static final Logger LOG = LoggerFactory.getLogger(Changelog.class);

  /** Liquibase logs here. Kept, because a logger that nobody keeps forgets its level. */
  private static final java.util.logging.Logger LIQUIBASE =
      java.util.logging.Logger.getLogger("liquibase");

  static {
    LIQUIBASE.setLevel(Level.WARNING);
  }

  /** Any number will do, as long as nobody else's advisory lock has it: "meeting" in ASCII. */
  private static final long LOCK = 0x6d656574696e67L;

  private static final String LOCK_TABLE = "databasechangeloglock";
  private static final String NONE = "no level";

  private final String file;
  private final SpringResourceAccessor resources;

  public Changelog(ResourceLoader loader) {
    this(loader, "db/changelog.yaml");
  }

  Changelog(ResourceLoader loader, String file) {
    this.file = file;
    this.resources = new SpringResourceAccessor(loader);
  }

  /**
   * The level this application brings tables to: its last change that is not a view or reference
   * data.
   */
  public String level() {
    try {
      return Scope.child(quietly(), () -> level(parsed()));
    } catch (Exception fault) {
      throw new IllegalStateException("The changelog " + file + " cannot be read.", fault);
    }
  }

  /**
   * Applies what the database lacks.
   *
   * <p>Liquibase's own lock is a row, which stays when its owner is killed and then stops every
   * later start. An advisory lock goes with its session; and as it is taken by the very session
   * that makes the changes, it is held for as long as the server still works on one.
   */
  public Migration migrate(Address address) {
    try (var connection = address.connect()) {
      lock(connection);
      releaseStaleLock(connection);
      return Scope.child(quietly(), () -> update(connection));
    } catch (DatabaseUnavailable told) {
      throw told;
    } catch (ValidationFailedException changed) {
      throw new DatabaseUnavailable(
          "The database at %s was migrated by a different build: %s"
              .formatted(address, oneLine(changed)),
          changed);
    } catch (SQLException refused) {
      throw new DatabaseUnavailable(
          "The database at %s cannot be migrated: %s".formatted(address, oneLine(refused)),
          refused);
    } catch (Exception fault) {
      throw new IllegalStateException("The migration failed: " + oneLine(fault), fault);
    }
  }

  private Migration update(Connection connection) throws LiquibaseException {
    var database = new PostgresDatabase();
    database.setConnection(new JdbcConnection(connection));
    var liquibase = new Liquibase(file, resources, database);
    var everywhere = new Contexts();
    var all = new LabelExpression();
    refuseNewer(liquibase.listUnexpectedChangeSets(everywhere, all));
    int lacking = liquibase.listUnrunChangeSets(everywhere, all).size();
    if (lacking > 0) {
      liquibase.setShowSummary(UpdateSummaryEnum.OFF);
      liquibase.update(everywhere, all);
    }
    return new Migration(level(liquibase.getDatabaseChangeLog()), lacking);
  }

  private static void refuseNewer(Iterable<RanChangeSet> unknown) {
    for (RanChangeSet change : unknown) {
      throw new DatabaseUnavailable(
          "The database is newer than this application: it holds the change %s, which this"
                  .formatted(change.getId())
              + " application does not know. Start the newer application.");
    }
  }

  private static void lock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var row =
          statement.executeQuery(
              "/* Changelog.lock */ select pg_try_advisory_lock(" + LOCK + ")")) {
        row.next();
        if (row.getBoolean(1)) {
          return;
        }
      }
      LOG.info("waiting for another application that migrates the database");
      statement.execute("/* Changelog.lock */ select pg_advisory_lock(" + LOCK + ")");
    }
  }

  /** Under the advisory lock nobody migrates, so a row that says otherwise is a dead one's. */
  private static void releaseStaleLock(Connection connection) throws SQLException {
    try (var statement = connection.createStatement()) {
      try (var row =
          statement.executeQuery(
              "/* Changelog.releaseStaleLock */ select to_regclass('"
                  + LOCK_TABLE
                  + "') is not null")) {
        row.next();
        if (!row.getBoolean(1)) {
          return;
        }
      }
      int stale =
          statement.executeUpdate(
              "/* Changelog.releaseStaleLock */ update "
                  + LOCK_TABLE
                  + " set locked = false, lockgranted = null, lockedby = null where locked");
      if (stale > 0) {
        LOG.info("released the lock of a migration that was killed");
      }
    }
  }

  private DatabaseChangeLog parsed() throws LiquibaseException {
    return ChangeLogParserFactory.getInstance()
        .getParser(file, resources)
        .parse(file, new ChangeLogParameters(), resources);
  }

  private static String level(DatabaseChangeLog changelog) {
    return changelog.getChangeSets().stream()
        .filter(change -> !change.isRunOnChange())
        .filter(change -> !change.getFilePath().contains("db/reference/"))
        .map(ChangeSet::getId)
        .max(Comparator.naturalOrder())
        .orElse(NONE);
  }

  static Map<String, Object> quietly() {
    var values = new LinkedHashMap<String, Object>();
    values.put(Scope.Attr.ui.name(), new LoggerUIService());
    values.put("liquibase.analytics.enabled", false);
    return values;
  }

  private static String oneLine(Throwable fault) {
    return String.valueOf(fault.getMessage())
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty())
        .collect(Collectors.collectingAndThen(Collectors.toList(), Changelog::joined));
  }

  private static String joined(List<String> lines) {
    return String.join(" ", lines.subList(0, Math.min(3, lines.size())));
  }
}
