package org.meetingrecords.decision;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.instrument.Instrument;
import org.meetingrecords.meeting.Meeting;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.source.Provenance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** What a meeting decided, with its votes. */
public record Decision(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    @Nullable AggregateReference<Meeting, Long> meeting,
    String title,
    @Nullable String symbol,
    @Nullable String draftSymbol,
    @Nullable @Embedded.Nullable(prefix = "decided_") DateSpan decided,
    @Nullable Integer sequence,
    DecisionMethod method,
    DecisionResult result,
    Set<DecisionLevel> levels,
    @Nullable AggregateReference<Instrument, Long> instrument,
    @Nullable AggregateReference<Instrument, Long> draft,
    @Nullable Long agendaItemId,
    @Nullable Integer yes,
    @Nullable Integer no,
    @Nullable Integer abstain,
    @Nullable Integer absent,
    @Nullable Integer notVoting,
    @Nullable String majorityRequired,
    Set<DecisionTopic> topics,
    Set<Vote> votes,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
