package org.meetingrecords.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is exported.
 *
 * @param atOnce how many exports run at once at the most
 * @param statementSeconds for how many seconds the database may look for the next rows, the first
 *     ones too
 */
@ConfigurationProperties("records.export")
record ExportProperties(@DefaultValue("2") int atOnce, @DefaultValue("60") int statementSeconds) {}
