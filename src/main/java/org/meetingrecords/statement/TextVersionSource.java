package org.meetingrecords.statement;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a text version rests on, and where in it. */
record TextVersionSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
