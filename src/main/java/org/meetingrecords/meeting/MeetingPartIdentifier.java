package org.meetingrecords.meeting;

/** The name that another system gives a part of a meeting. */
record MeetingPartIdentifier(String scheme, String value) {}
