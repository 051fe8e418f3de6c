package org.meetingrecords.statement;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** The words of a source in which the reference stands. */
record CitationEvidence(
    @Nullable Long textVersionId,
    @Nullable String quote,
    @Nullable Integer start,
    @Nullable Integer end,
    @Nullable AggregateReference<Source, Long> source,
    @Nullable String locator) {}
