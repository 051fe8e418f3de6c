package org.meetingrecords.meeting;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.person.Person;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Who hosts, organises or chairs a meeting. */
record MeetingRole(
    @Nullable @Id Long id,
    MeetingRoleKind role,
    @Nullable AggregateReference<Actor, Long> actor,
    @Nullable AggregateReference<Person, Long> person,
    @Nullable String nameAsRecorded) {}
