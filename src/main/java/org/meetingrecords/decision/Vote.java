package org.meetingrecords.decision;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.actor.Actor;
import org.meetingrecords.person.Person;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** What an actor or person voted. */
record Vote(
    @Nullable @Id Long id,
    @Nullable AggregateReference<Actor, Long> actor,
    @Nullable AggregateReference<Person, Long> person,
    @Nullable AggregateReference<Actor, Long> group,
    VoteOption option,
    @Nullable VoteOption intended,
    boolean veto,
    @Nullable String nameAsRecorded,
    @Nullable String codeAsRecorded) {}
