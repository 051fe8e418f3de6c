package org.meetingrecords.meeting;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** What a meeting consists of: a plenary meeting, a resumption, a segment. */
record MeetingPart(
    @Nullable @Id Long id,
    MeetingPartKind kind,
    @Nullable Integer number,
    @Nullable String title,
    @Nullable String symbol,
    @Nullable LocalDate heldOn,
    @Nullable String startsAt,
    @Nullable String endsAt,
    @Nullable Long parentId,
    Set<MeetingPartIdentifier> identifiers) {}
