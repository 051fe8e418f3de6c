package org.meetingrecords.actor;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.record.DateSpan;
import org.springframework.data.annotation.Id;
import org.springframework.data.jdbc.core.mapping.AggregateReference;
import org.springframework.data.relational.core.mapping.Embedded;

/** That an actor belonged to a group. */
record Membership(
    @Nullable @Id Long id,
    AggregateReference<Actor, Long> group,
    MembershipRole role,
    @Nullable @Embedded.Nullable(prefix = "started_") DateSpan started,
    @Nullable @Embedded.Nullable(prefix = "ended_") DateSpan ended,
    Set<MembershipSource> sources) {}
