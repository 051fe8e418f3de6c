package org.meetingrecords.instrument;

import java.time.Instant;
import java.time.LocalDate;
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

/** A text that states have agreed on or been given. */
public record Instrument(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    InstrumentKind kind,
    String title,
    @Nullable String shortName,
    @Nullable String symbol,
    @Nullable LocalDate adoptedOn,
    @Nullable LocalDate openedForSignatureOn,
    @Nullable LocalDate inForceOn,
    @Nullable LocalDate terminatedOn,
    Set<TreatyAction> treatyActions,
    @MappedCollection(idColumn = "record_id") Set<Name> names,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
