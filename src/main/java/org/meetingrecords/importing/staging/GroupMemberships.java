package org.meetingrecords.importing.staging;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;

/** Memberships of organisations in groups, of which no two of one pair may be on one day. */
public final class GroupMemberships {

  private record Time(Span started, Span ended) {

    boolean isApartFrom(Time other) {
      return isBefore(other) || other.isBefore(this);
    }

    private boolean isBefore(Time other) {
      var end = ended.from() == null ? ended.to() : ended.from();
      var start = other.started.to() == null ? other.started.from() : other.started.to();
      return end != null && start != null && end.isBefore(start);
    }
  }

  private final Stage memberships;
  private final Map<List<String>, List<Time>> known = new HashMap<>();

  public GroupMemberships(Loader loader) {
    memberships =
        loader
            .stage("membership", Span.names("group_id", "member_id", "role", "started*", "ended*"))
            .repeating();
  }

  /** Adds one, and says whether it could be: one of itself, or that overlaps another, cannot. */
  public boolean add(Place place, String group, String member, Span started, Span ended) {
    var time = new Time(started, ended);
    var others = known.computeIfAbsent(List.of(group, member), unknown -> new ArrayList<>());
    if (others.contains(time)) {
      return true;
    }
    if (group.equals(member)
        || !started.canEndIn(ended)
        || !others.stream().allMatch(time::isApartFrom)) {
      return false;
    }
    others.add(time);
    memberships.add(place, Span.columns(group, member, "MEMBER", started, ended));
    return true;
  }
}
