package org.meetingrecords.statement;

import org.jspecify.annotations.Nullable;

/** A piece of a text that its source marks, in code points of the body. */
record Segment(int sequence, SegmentKind kind, @Nullable String anchor, int start, int end) {}
