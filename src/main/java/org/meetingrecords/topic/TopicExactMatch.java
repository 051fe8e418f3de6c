package org.meetingrecords.topic;

import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** The same subject in another vocabulary. */
record TopicExactMatch(AggregateReference<Topic, Long> match) {}
