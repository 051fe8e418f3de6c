package org.meetingrecords.server;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How much one client may ask for in a time.
 *
 * @param points how many points of cost; 0 for no limit
 * @param period in which time they come back
 * @param clients how many clients are remembered at once
 */
@ConfigurationProperties("records.rate")
record RateProperties(
    @DefaultValue("0") long points,
    @DefaultValue("1m") Duration period,
    @DefaultValue("100000") long clients) {}
