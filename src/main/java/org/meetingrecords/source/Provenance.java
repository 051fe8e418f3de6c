package org.meetingrecords.source;

import java.util.Set;
import org.springframework.data.relational.core.mapping.MappedCollection;

/** Where we know a record from: the sources it rests on and what each says. */
public record Provenance(
    @MappedCollection(idColumn = "record_id") Set<SourceLink> sources,
    @MappedCollection(idColumn = "record_id") Set<Assertion> assertions,
    @MappedCollection(idColumn = "record_id") Set<RecordedField> recorded) {}
