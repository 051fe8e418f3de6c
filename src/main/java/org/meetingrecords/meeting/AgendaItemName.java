package org.meetingrecords.meeting;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.DateSpan;
import org.meetingrecords.record.NameKind;
import org.springframework.data.relational.core.mapping.Embedded;

/** A title of an agenda item in one language. */
record AgendaItemName(
    String text,
    @Nullable String language,
    NameKind kind,
    @Nullable @Embedded.Nullable(prefix = "started_") DateSpan started,
    @Nullable @Embedded.Nullable(prefix = "ended_") DateSpan ended) {}
