package org.meetingrecords.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.RecordReference;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;

/** A statement's reference to an instrument or another record. */
record Citation(
    @Nullable @Id Long id,
    @Nullable @Embedded.Nullable(prefix = "target_") RecordReference target,
    @Nullable String asRecorded,
    CitationFunction function,
    @Nullable String pinpoint,
    Set<CitationEvidence> evidence) {}
