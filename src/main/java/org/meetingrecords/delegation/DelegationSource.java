package org.meetingrecords.delegation;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a delegation rests on, and where in it. */
record DelegationSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
