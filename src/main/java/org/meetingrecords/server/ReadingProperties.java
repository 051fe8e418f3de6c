package org.meetingrecords.server;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is read.
 *
 * @param connections how many requests read at once at the most
 * @param statementSeconds after how many seconds the database gives a statement up
 */
@ConfigurationProperties("records.reading")
record ReadingProperties(@DefaultValue("10") int connections, @DefaultValue("5") int statementSeconds) {}
