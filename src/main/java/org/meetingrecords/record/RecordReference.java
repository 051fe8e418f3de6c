package org.meetingrecords.record;

/** Any record, named by its id and type. */
public record RecordReference(Long id, RecordType type) {}
