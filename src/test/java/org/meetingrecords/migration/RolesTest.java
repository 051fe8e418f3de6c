package org.meetingrecords.migration;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.meetingrecords.TestDatabase;
import org.meetingrecords.embedded.Address;

/** What each of the three roles may do on the embedded database. */
class RolesTest {
  private static Roles roles;

  @BeforeAll
  static void makeRoles() throws SQLException {
    Address owner = TestDatabase.empty("roles_test");
    run(
        owner,
        """
        create table databasechangelog (id text); create table databasechangeloglock (id text);
        create table thing (id bigint generated always as identity, name text)""");
    roles = Roles.of(owner, true);
  }

  @Test
  void areThreeAndAreFoundAgain() {
    assertThat(roles.reader().username()).isEqualTo("roles_test_reader");
    assertThat(roles.writer().username()).isEqualTo("roles_test_writer");
    assertThat(Roles.of(roles.owner(), false)).isEqualTo(roles);
  }

  @Test
  void theWriterWritesAndTheReaderReads() throws SQLException {
    run(roles.writer(), "insert into thing (name) values ('x')");
    run(roles.writer(), "create temporary table staged (name text); analyze thing");
    run(roles.reader(), "select name from thing");
  }

  /** As in a copy of a database, whose roles are there from one before it. */
  @Test
  void areGivenTheRightsThatTheyLack() throws SQLException {
    String lost = "revoke select on %s from roles_test_reader, roles_test_writer";
    run(roles.owner(), lost.formatted("databasechangelog, thing"));
    assertThat(Roles.of(roles.owner(), false)).isEqualTo(roles);
    run(roles.reader(), "select name from thing");
    run(roles.writer(), "select name from thing");
    run(
        roles.owner(),
        "alter role roles_test_reader in database roles_test reset default_transaction_read_only");
    assertThat(Roles.of(roles.owner(), false)).isEqualTo(roles);
    assertThatThrownBy(() -> run(roles.reader(), "insert into thing (name) values ('y')"))
        .hasMessageContaining("read-only");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "insert into thing (name) values ('y')",
        "update thing set name = 'y'",
        "delete from thing",
        "create table mine (a int)",
        "create temporary table mine (a int)",
        "copy thing to program 'id'",
        "copy thing from '/etc/passwd'",
        "select pg_read_file('/etc/passwd')",
        "select lo_create(0)",
        "select lo_from_bytea(0, 'x')",
        "select pg_advisory_lock(1)",
        "select pg_notify('a', 'b')",
        "select pg_terminate_backend(1)",
        "select nextval('thing_id_seq')",
        "select set_config('role', 'meeting_records', false)",
        "do 'begin end'",
        "create role mine"
      })
  void theReaderCanDoNothingElse(String statement) {
    assertThatThrownBy(
            () ->
                run(
                    roles.reader(),
                    "set default_transaction_read_only = off; set transaction_read_only = off; "
                        + statement))
        .isInstanceOfSatisfying(
            SQLException.class, refusal -> assertThat(refusal.getSQLState()).isEqualTo("42501"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "create table mine (a int)",
        "drop table thing",
        "delete from databasechangelog",
        "copy thing to program 'id'",
        "create role mine"
      })
  void theWriterMayNot(String statement) {
    assertThatThrownBy(() -> run(roles.writer(), statement)).isInstanceOf(SQLException.class);
  }

  @Test
  void oneRoleDoesAllWhereNoneCanBeMade() throws SQLException {
    run(roles.owner(), "create role roles_test_plain login password 'plain'");
    try {
      var plain = new Address(roles.owner().url(), "roles_test_plain", "plain");
      assertThat(Roles.of(plain, true)).isEqualTo(new Roles(plain, plain, plain));
    } finally {
      run(roles.owner(), "drop role roles_test_plain");
    }
  }

  private static void run(Address address, String statements) throws SQLException {
    try (Connection connection = address.connect();
        var statement = connection.createStatement()) {
      statement.execute(statements);
    }
  }
}
