package org.meetingrecords.actor;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** An actor that another one followed. */
record Succession(
    AggregateReference<Actor, Long> from, SuccessionKind kind, @Nullable LocalDate on) {}
