package org.meetingrecords.meeting;

import org.meetingrecords.topic.Topic;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** A subject of a meeting. */
record MeetingTopic(AggregateReference<Topic, Long> topic) {}
