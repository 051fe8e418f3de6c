package org.meetingrecords.importing.popolo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.meetingrecords.importing.files.Json;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.MissingNode;

/**
 * Motions that are entries of their own, beside the votes on them: a vote event then names its
 * motion by {@code motion_id}, and both together are one decision.
 */
final class PopoloMotions {
  private final Map<String, JsonNode> byId = new HashMap<>();
  private final Set<String> votedOn = new HashSet<>();

  /** Takes note of an entry before any is stored. */
  void know(String kind, JsonNode entry) {
    switch (kind) {
      case "motion" -> {
        if (entry.path("vote_events").isEmpty()) {
          byId.put(Json.text(entry, "id"), entry);
        }
      }
      case "vote event" -> {
        if (entry.path("motion").isMissingNode()) {
          votedOn.add(Json.text(entry, "motion_id"));
        }
      }
      default -> {}
    }
  }

  /** Whether vote events elsewhere bring the motion along, which has none of its own. */
  boolean isVotedOn(JsonNode motion) {
    return votedOn.contains(Json.text(motion, "id"));
  }

  /** The motion inside a vote event, or the one that it names; missing where there is none. */
  JsonNode of(JsonNode event) {
    JsonNode inside = event.path("motion");
    return inside.isMissingNode()
        ? byId.getOrDefault(Json.text(event, "motion_id"), MissingNode.getInstance())
        : inside;
  }
}
