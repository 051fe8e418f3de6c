package org.meetingrecords.server;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.embedded.Address;
import org.meetingrecords.limits.Limits;
import org.meetingrecords.read.ReadLimits;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is read.
 *
 * @param url a database to read that follows the one written to; more hosts than one may stand in
 *     it
 * @param username who reads there, by default the reader of the database written to
 * @param password that one's password
 * @param connections how many requests read at once at the most
 * @param waiting how many more may wait for a connection
 * @param waitSeconds how long each of them waits
 * @param statementSeconds after how many seconds the database gives a statement up
 * @param requestSeconds after how many seconds a request with several statements is given up
 */
@ConfigurationProperties("records.reading")
record ReadingProperties(
    @Nullable String url,
    @Nullable String username,
    @Nullable String password,
    @DefaultValue("10") int connections,
    @DefaultValue("500") int waiting,
    @DefaultValue("2") int waitSeconds,
    @DefaultValue("5") int statementSeconds,
    @DefaultValue("10") int requestSeconds) {

  /** Where to read, unless another place is named. */
  Address address(Address usual) {
    return new Address(
        url == null ? usual.url() : url,
        username == null ? usual.username() : username,
        password == null ? usual.password() : password);
  }

  ReadLimits limits(Limits limits) {
    return new ReadLimits(
        limits.page(),
        limits.answer().toBytes(),
        connections,
        waiting,
        waitSeconds,
        statementSeconds,
        requestSeconds);
  }
}
