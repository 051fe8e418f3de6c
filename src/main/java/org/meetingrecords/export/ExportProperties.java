package org.meetingrecords.export;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * How the database is exported.
 *
 * @param atOnce how many exports run at once at the most
 * @param statementSeconds for how many seconds the database may look for the next rows, the first
 *     ones too
 * @param paceSeconds over how many seconds of waiting for a client its pace is looked at
 * @param slowest how much of a file a client takes in a second at the least
 */
@ConfigurationProperties("records.export")
record ExportProperties(
    @DefaultValue("2") int atOnce,
    @DefaultValue("60") int statementSeconds,
    @DefaultValue("30") int paceSeconds,
    @DefaultValue("10KB") DataSize slowest) {}
