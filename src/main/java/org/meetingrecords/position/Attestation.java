package org.meetingrecords.position;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/** A day on which a source shows the person in the office. */
record Attestation(
    @Embedded.Nullable(prefix = "attested_") DateSpan attested,
    String label,
    @Nullable AggregateReference<Source, Long> source) {}
