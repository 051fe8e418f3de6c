package org.meetingrecords.importing.loading;

import org.meetingrecords.importing.files.Place;

/** A row that could not be taken in, why, and what was read. */
public record Rejection(Place place, String reason, String read) {}
