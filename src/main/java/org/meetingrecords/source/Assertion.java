package org.meetingrecords.source;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** What one source says of one field of a record. */
record Assertion(
    String field,
    String value,
    AggregateReference<Source, Long> source,
    @Nullable String locator,
    AssertionStatus status) {}
