package org.meetingrecords.record;

/** The name that another system gives a record. */
public record Identifier(String scheme, String value) {}
