package org.meetingrecords.instrument;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a treaty action rests on, and where in it. */
record TreatyActionSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
