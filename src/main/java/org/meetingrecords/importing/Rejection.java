package org.meetingrecords.importing;

/** A row that could not be taken in, why, and what was read. */
record Rejection(Place place, String reason, String read) {}
