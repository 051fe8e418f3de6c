package org.meetingrecords.delegation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.person.Person;
import org.meetingrecords.position.Position;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Someone in a delegation. */
record Delegate(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Person, Long> person,
    @Nullable AggregateReference<Position, Long> position,
    DelegateRole role,
    @Nullable String labelAsRecorded,
    Set<DelegateSource> sources) {}
