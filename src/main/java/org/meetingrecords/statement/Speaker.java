package org.meetingrecords.statement;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.person.Person;
import org.meetingrecords.position.Position;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Who speaks, in which office and capacity. */
record Speaker(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Person, Long> person,
    @Nullable AggregateReference<Position, Long> position,
    @Nullable AggregateReference<Actor, Long> affiliation,
    SpeakerCapacity capacity,
    @Nullable String labelAsRecorded,
    @Nullable Double confidence) {}
