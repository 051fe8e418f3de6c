package org.meetingrecords.position;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.person.Person;
import org.meetingrecords.record.DateSpan;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/** A person in an office. */
public record Tenure(
    @Nullable @Id Long id,
    AggregateReference<Person, Long> person,
    AggregateReference<Position, Long> position,
    @Nullable @Embedded.Nullable(prefix = "started_") DateSpan started,
    @Nullable @Embedded.Nullable(prefix = "ended_") DateSpan ended,
    boolean acting,
    @Nullable AggregateReference<Actor, Long> onBehalfOf,
    Set<Attestation> attestations,
    Set<TenureSource> sources) {}
