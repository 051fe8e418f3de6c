package org.meetingrecords.source;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.Identifier;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.ReadOnlyProperty;
import org.springframework.data.annotation.Version;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** A text, page or data set that we know something from. */
public record Source(
    @Nullable @Id Long id,
    @Version int version,
    String slug,
    String title,
    SourceKind kind,
    @Nullable String publisher,
    @Nullable String author,
    @Nullable String editor,
    @Nullable String url,
    @Nullable LocalDate publishedOn,
    @Nullable LocalDate retrievedOn,
    @Nullable String language,
    SourceAuthority authority,
    @Nullable String rights,
    @Nullable String citation,
    @MappedCollection(idColumn = "record_id") Set<Identifier> identifiers,
    @Embedded.Empty Provenance provenance,
    @Nullable @ReadOnlyProperty Instant createdAt,
    @Nullable @ReadOnlyProperty Instant updatedAt) {}
