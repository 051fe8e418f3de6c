package org.meetingrecords.instrument;

import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A signature, ratification, reservation, objection or withdrawal. */
record TreatyAction(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Actor, Long> actor,
    String participantAsRecorded,
    TreatyActionKind action,
    @Nullable String actionAsRecorded,
    @Nullable LocalDate date,
    @Nullable LocalDate effectiveOn,
    @Nullable String text,
    @Nullable Long objectsToId,
    Set<TreatyActionSource> sources) {}
