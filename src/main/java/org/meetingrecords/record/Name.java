package org.meetingrecords.record;

import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;

/** A name in one language, for as long as it was used. */
public record Name(
    String text,
    @Nullable String language,
    NameKind kind,
    @Nullable @Embedded.Nullable(prefix = "started_") DateSpan started,
    @Nullable @Embedded.Nullable(prefix = "ended_") DateSpan ended) {}
