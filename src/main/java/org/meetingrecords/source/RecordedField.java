package org.meetingrecords.source;

import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** What a source has beyond this model, under its own column name. */
record RecordedField(
    String name, String value, @Nullable AggregateReference<Source, Long> source) {}
