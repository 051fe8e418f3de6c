package org.meetingrecords.source;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A source that a record rests on, and where in it. */
public record SourceLink(AggregateReference<Source, Long> source, @Nullable String locator) {}
