package org.meetingrecords.statement;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;

/** A statement's words in one language and one nature; without a body the words are not held. */
record TextVersion(
    @Nullable @Id Long id,
    String language,
    TextRelation relation,
    RecordedAs recordType,
    Voice voice,
    @Nullable String body,
    Set<Segment> segments,
    Set<TextVersionSource> sources) {}
