package org.meetingrecords.statement;

import org.meetingrecords.topic.Topic;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A subject of a statement. */
record StatementTopic(AggregateReference<Topic, Long> topic) {}
