package org.meetingrecords.meeting;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A point of a meeting's programme. */
record AgendaItem(
    @Nullable @Id Long id,
    @Nullable String number,
    String title,
    @Nullable Long parentId,
    @Nullable String documentSymbol,
    Set<AgendaItemName> names) {}
