package org.meetingrecords.importing.council;

import java.util.HashMap;
import java.util.Map;
import org.meetingrecords.importing.council.CouncilParticipants.Participant;
import org.meetingrecords.importing.council.CouncilParticipants.Sort;
import org.meetingrecords.importing.names.States;

/** How a speech came to the Council, and what kind of statement it is. */
final class CouncilDelivery {

  /** In the letter that encloses the statements, before those who only sent theirs in. */
  private static final String SENT_IN = "submitted written statements";

  private final CouncilMeetings meetings;
  private final Map<String, String> letters = new HashMap<>();

  CouncilDelivery(CouncilMeetings meetings) {
    this.meetings = meetings;
  }

  void learn(CouncilRow row) {
    String letter = row.words().letter();
    if (letter != null) {
      letters.put(row.document().symbol(), letter);
    }
  }

  String of(CouncilRow row, Participant side) {
    if (row.document().isVerbatim()) {
      return "SPOKEN";
    }
    return isWritten(row, side) ? "WRITTEN_ONLY" : "VIDEO_MESSAGE";
  }

  private boolean isWritten(CouncilRow row, Participant side) {
    if (row.words().letter() != null || meetings.isVoteInWriting(row.document())) {
      return true;
    }
    String letter = letters.getOrDefault(row.document().symbol(), "");
    int written = letter.indexOf(SENT_IN);
    if (written < 0 || !row.type().equals("Guest") || side.sort() == Sort.UNITED_NATIONS) {
      return false;
    }
    String heard = " " + States.plain(letter.substring(0, written)) + " ";
    return !heard.contains(" " + States.plain(row.country()) + " ");
  }

  String kind(CouncilRow row, Participant side) {
    if (!row.document().isVerbatim() && isWritten(row, side)) {
      return meetings.isVoteInWriting(row.document()) && row.words().letter() == null
          ? "EXPLANATION_OF_VOTE"
          : "WRITTEN_STATEMENT";
    }
    if (row.presides() && row.words().ownCapacity() == null) {
      return row.words().briefing() == null ? "CHAIR_STATEMENT" : "BRIEFING";
    }
    return switch (side.sort()) {
      case UNITED_NATIONS ->
          CouncilSpeakers.isSecretaryGeneral(row) ? "SECRETARIAT_STATEMENT" : "BRIEFING";
      case GUEST, PERSON -> "BRIEFING";
      case STATE, ORGANISATION, UNKNOWN -> "SPEECH";
    };
  }
}
