package org.meetingrecords.proposition;

import org.meetingrecords.topic.Topic;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A subject of a proposition. */
record PropositionTopic(AggregateReference<Topic, Long> topic) {}
