package org.meetingrecords.actor;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a membership rests on, and where in it. */
record MembershipSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
