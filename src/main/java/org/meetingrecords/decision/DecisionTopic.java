package org.meetingrecords.decision;

import org.meetingrecords.topic.Topic;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A subject of a decision. */
record DecisionTopic(AggregateReference<Topic, Long> topic) {}
