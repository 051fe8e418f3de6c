package org.meetingrecords.migration;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.meetingrecords.embedded.Address;
import org.postgresql.PGConnection;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Who uses the database for what.
 *
 * @param owner makes and changes tables
 * @param writer fills them
 * @param reader reads them, and can do nothing else
 */
public record Roles(Address owner, Address writer, Address reader) {
  private static final Logger LOG = LoggerFactory.getLogger(Roles.class);

  /** The next number after the migration's own lock. */
  private static final long LOCK = 0x6d656574696e68L;

  /** PostgreSQL cuts names after 63 bytes. */
  private static final int LONGEST_DATABASE = 50;

  private static final int WITH_MAINTAIN = 17;

  /** Rights are given all together, so one of them tells of all. */
  private static final String MAY_READ =
      "/* Roles.areReady */ select has_table_privilege('databasechangelog', 'select')";

  /**
   * The roles of a database. Where they are missing or lack their rights, as in a copy of another
   * database, or the migration has just changed something, they are made and given their rights;
   * where the owner may not do that, it does all by itself. The passwords follow from the owner's,
   * so every process that knows that one finds them.
   */
  static Roles of(Address owner, boolean changed) {
    String why;
    try (Connection connection = owner.connect()) {
      String database = value(connection, "/* Roles.of */ select current_database()");
      if (owner.password().isEmpty() || owner.url().contains("user=")) {
        why = "their passwords are made of its own, which is not known here";
      } else if (database.length() > LONGEST_DATABASE) {
        why = "the name of the database is too long";
      } else {
        var roles =
            new Roles(
                owner, another(owner, database, "writer"), another(owner, database, "reader"));
        if (changed || !roles.areReady()) {
          roles.make(connection, database);
        }
        if (roles.areReady()) {
          return roles;
        }
        why = "the server does not let them in; see its pg_hba.conf";
      }
    } catch (SQLException refused) {
      why = String.valueOf(refused.getMessage()).lines().findFirst().orElse("");
    }
    LOG.info("One role reads, writes and migrates, as two more could not be made: {}", why);
    return new Roles(owner, owner, owner);
  }

  private static Address another(Address owner, String database, String purpose) {
    String name = database + "_" + purpose;
    return new Address(owner.url(), name, password(owner.password(), name));
  }

  private static String password(String owners, String name) {
    try {
      var hash = Mac.getInstance("HmacSHA256");
      hash.init(new SecretKeySpec(owners.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return HexFormat.of().formatHex(hash.doFinal(name.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new AssertionError(impossible);
    }
  }

  /** Whether both are let in and have their rights. */
  private boolean areReady() {
    try (Connection asWriter = writer.connect();
        Connection asReader = reader.connect()) {
      return value(asWriter, MAY_READ).equals("t")
          && value(asReader, MAY_READ).equals("t")
          && value(asReader, "/* Roles.areReady */ show default_transaction_read_only")
              .equals("on");
    } catch (SQLException refused) {
      return false;
    }
  }

  private void make(Connection connection, String database) throws SQLException {
    connection.setAutoCommit(false);
    try (Statement statement = connection.createStatement()) {
      statement.execute("/* Roles.make */ select pg_advisory_xact_lock(" + LOCK + ")");
      make(connection, writer);
      make(connection, reader);
      int version = connection.getMetaData().getDatabaseMajorVersion();
      statement.execute(
          rights(
              statement.enquoteIdentifier(database, true),
              statement.enquoteIdentifier(writer.username(), true),
              statement.enquoteIdentifier(reader.username(), true),
              version >= WITH_MAINTAIN ? ", maintain" : ""));
    }
    connection.commit();
  }

  private static void make(Connection connection, Address role) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      String name = statement.enquoteIdentifier(role.username(), true);
      boolean known =
          value(
                  connection,
                  "/* Roles.make */ select count(*) from pg_roles where rolname = "
                      + statement.enquoteLiteral(role.username()))
              .equals("1");
      if (!known) {
        statement.execute("/* Roles.make */ create role " + name + " login");
      }
      // The driver sends a hash of it, so that no log of the server holds the password.
      connection
          .unwrap(PGConnection.class)
          .alterUserPassword(role.username(), role.password().toCharArray(), "scram-sha-256");
    }
  }

  private static String rights(String database, String writer, String reader, String maintain) {
    return """
    /* Roles.rights */
    revoke create, temporary on database %1$s from public;
    grant temporary on database %1$s to %2$s;
    revoke create on schema public from public;
    grant %2$s, %3$s to current_user;
    grant usage on schema public to %2$s, %3$s;
    grant select, insert, update, delete%4$s on all tables in schema public to %2$s;
    grant usage, select, update on all sequences in schema public to %2$s;
    revoke insert, update, delete on databasechangelog, databasechangeloglock from %2$s;
    grant select on all tables in schema public to %3$s;
    alter role %3$s in database %1$s set default_transaction_read_only = on;
    grant execute on function pg_advisory_xact_lock(bigint), pg_try_advisory_xact_lock(bigint) to %2$s;
    """
        .formatted(database, writer, reader, maintain);
  }

  private static String value(Connection connection, String query) throws SQLException {
    try (Statement statement = connection.createStatement();
        ResultSet row = statement.executeQuery(query)) {
      row.next();
      return row.getString(1);
    }
  }
}
