package org.meetingrecords.proposition;

import org.jspecify.annotations.Nullable;
import org.meetingrecords.source.Source;
import org.springframework.data.jdbc.core.mapping.AggregateReference;

/** Which source a stance rests on, and where in it. */
record StanceSource(AggregateReference<Source, Long> source, @Nullable String locator) {}
