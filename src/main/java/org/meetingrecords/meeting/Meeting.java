package org.meetingrecords.meeting;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.forum.Forum;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.record.Name;
import org.meetingrecords.source.Provenance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** One edition, session or sitting of a forum. */
public record Meeting(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String title,
    @Nullable AggregateReference<Forum, Long> forum,
    @Nullable Integer ordinal,
    @Nullable @Embedded.Nullable(prefix = "held_") DateSpan held,
    MeetingMode mode,
    MeetingStatus status,
    MeetingAccess access,
    @Nullable String city,
    @Nullable AggregateReference<Actor, Long> country,
    @Nullable Integer declaredParticipants,
    @Nullable String declaredParticipantsAsRecorded,
    Completeness participation,
    Set<MeetingRole> roles,
    Set<MeetingPart> parts,
    Set<AgendaItem> agenda,
    Set<MeetingTopic> topics,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
