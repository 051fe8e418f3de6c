package org.meetingrecords.delegation;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.meeting.Meeting;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** An actor at a meeting. */
public record Delegation(
    @Nullable @Id Long id,
    AggregateReference<Meeting, Long> meeting,
    @Nullable AggregateReference<Actor, Long> actor,
    DelegationCapacity capacity,
    @Nullable String nameAsRecorded,
    @Nullable String codeAsRecorded,
    Set<Delegate> delegates,
    Set<DelegationSource> sources) {}
