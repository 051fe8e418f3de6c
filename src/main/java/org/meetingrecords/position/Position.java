package org.meetingrecords.position;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.record.Name;
import org.meetingrecords.source.Provenance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** An office that someone holds. */
public record Position(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String title,
    PositionRank rank,
    AggregateReference<Actor, Long> organization,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
