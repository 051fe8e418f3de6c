package org.meetingrecords.position;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a tenure rests on, and where in it. */
record TenureSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
