package org.meetingrecords.statement;

import org.meetingrecords.actor.Actor;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** To whom a statement is addressed. */
record Addressee(AggregateReference<Actor, Long> actor) {}
