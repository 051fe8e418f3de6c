package org.meetingrecords.actor;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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

/** A state, organisation, bloc, regime, ministry or department, with the groups it belongs to. */
public record Actor(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String name,
    @Nullable String shortName,
    ActorKind kind,
    @Nullable String iso2,
    @Nullable String iso3,
    @Nullable @Embedded.Nullable(prefix = "founded_") DateSpan founded,
    @Nullable @Embedded.Nullable(prefix = "dissolved_") DateSpan dissolved,
    @Nullable AggregateReference<Actor, Long> parent,
    @MappedCollection(idColumn = "to_id") Set<Succession> predecessors,
    @MappedCollection(idColumn = "member_id") Set<Membership> memberships,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
