package org.meetingrecords.importing.assembly;

import java.util.Optional;
import org.meetingrecords.importing.names.States;

/** A file with the words of a statement, and what its name says of them. */
record DebateText(
    String file, String id, String code, int session, int year, Optional<States.Found> state) {}
