package org.meetingrecords.importing.popolo;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;

/** The meetings at which motions are put: their sessions, else sittings that only motions name. */
final class PopoloSittings {

  /** What is known of a sitting from the motions put to it. */
  private static final class Sitting {
    private final Place place;
    private final String organization;
    private Span held;

    private Sitting(Place place, String organization, Span held) {
      this.place = place;
      this.organization = organization;
      this.held = held;
    }

    /** Another day of it is known. */
    private void alsoHeld(Span when) {
      if (when.from() != null && when.to() != null && held.from() != null && held.to() != null) {
        held =
            PopoloEvents.day(
                when.from().isBefore(held.from()) ? when.from() : held.from(),
                when.to().isAfter(held.to()) ? when.to() : held.to());
      }
    }
  }

  private final DataSet data;
  private final PopoloIds ids;
  private final PopoloEvents events;
  private final Map<String, Sitting> sittings = new LinkedHashMap<>();

  PopoloSittings(DataSet data, PopoloIds ids, PopoloEvents events) {
    this.data = data;
    this.ids = ids;
    this.events = events;
  }

  /** The meeting of a decision; what the motion names and is not followed stays as recorded. */
  @Nullable String meeting(
      JsonNode motion, JsonNode event, Span when, Place place, String decision) {
    String sitting = Json.text(motion.path("context"), "sitting");
    String session =
        PopoloVotes.first(motion, "legislative_session_id", event, "legislative_session_id");
    String organization = PopoloVotes.first(motion, "organization_id", event, "organization_id");
    boolean inSession = ids.has("meeting", session);
    if (!inSession) {
      data.recorded(place, "decision", decision, "legislative_session_id", session);
    }
    if (inSession || sitting.isEmpty()) {
      data.recorded(place, "decision", decision, "organization_id", organization);
      return inSession ? ids.key(session) : null;
    }
    sittings
        .computeIfAbsent(sitting, unknown -> new Sitting(place, organization, when))
        .alsoHeld(when);
    return ids.slug("sitting " + sitting);
  }

  /** Puts the sittings on stage. */
  void end() {
    sittings.forEach(
        (sitting, known) -> {
          String key = ids.slug("sitting " + sitting);
          events.meeting(known.place, key, key, sitting, known.organization, known.held);
        });
  }
}
