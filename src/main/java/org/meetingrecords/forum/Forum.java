package org.meetingrecords.forum;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.record.Name;
import org.meetingrecords.source.Provenance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** A body or a series of meetings. */
public record Forum(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String name,
    @Nullable String acronym,
    ForumKind kind,
    @Nullable String description,
    @Nullable AggregateReference<Forum, Long> parent,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
