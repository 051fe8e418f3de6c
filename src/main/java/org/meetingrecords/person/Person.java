package org.meetingrecords.person;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.Identifier;
import org.meetingrecords.record.Name;
import org.meetingrecords.source.Provenance;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** Someone who acts in public. */
public record Person(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String name,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
