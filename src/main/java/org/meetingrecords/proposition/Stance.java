package org.meetingrecords.proposition;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.record.RecordReference;
import org.meetingrecords.statement.Statement;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/** Where an actor stands on something. */
public record Stance(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Actor, Long> holder,
    @Nullable String holderAsRecorded,
    @Nullable AggregateReference<Statement, Long> statement,
    @Embedded.Nullable(prefix = "target_") RecordReference target,
    StancePosition position,
    @Nullable String positionAsRecorded,
    @Nullable SpeechAct speechAct,
    @Nullable String condition,
    @Nullable String coder,
    CodingMethod method,
    @Nullable Double confidence,
    CodingStatus status,
    Set<StanceEvidence> evidence,
    Set<StanceSource> sources) {}
