package org.meetingrecords.statement;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** For whom a statement speaks besides its own delegation. */
record Representation(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Actor, Long> actor,
    RepresentationKind kind,
    @Nullable String nameAsRecorded) {}
