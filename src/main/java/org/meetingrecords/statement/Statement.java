package org.meetingrecords.statement;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.delegation.Delegation;
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

/** One contribution at a meeting. */
public record Statement(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    AggregateReference<Meeting, Long> meeting,
    @Nullable Long partId,
    @Nullable AggregateReference<Delegation, Long> delegation,
    @Nullable Integer sequence,
    StatementKind kind,
    Delivery delivery,
    @Nullable @Embedded.Nullable(prefix = "delivered_") DateSpan delivered,
    @Nullable String timeOfDay,
    @Nullable String title,
    @Nullable String attribution,
    @Nullable String language,
    @Nullable String summary,
    boolean procedural,
    @Nullable AggregateReference<Statement, Long> inReplyTo,
    Set<StatementAgendaItem> agendaItems,
    Set<Speaker> speakers,
    Set<Representation> representations,
    Set<Addressee> addressees,
    Set<TextVersion> texts,
    Set<StatementTopic> topics,
    Set<Citation> citations,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
