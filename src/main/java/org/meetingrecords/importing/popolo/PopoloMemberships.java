package org.meetingrecords.importing.popolo;

import java.util.HashMap;
import java.util.Map;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.GroupMemberships;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Memberships: of people tenures of a position, of organisations memberships of a group. */
final class PopoloMemberships {

  private record Period(Span started, Span ended) {}

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final PopoloOrganizations organizations;
  private final Stage tenures;
  private final Stage tenureSources;
  private final GroupMemberships memberships;
  private final Map<String, Period> periods = new HashMap<>();
  private final Map<String, String> areas = new HashMap<>();

  PopoloMemberships(Loader loader, DataSet data, PopoloIds ids, PopoloOrganizations organizations) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    this.organizations = organizations;
    tenures =
        loader
            .stage(
                "tenure",
                Span.names("person_id", "position_id", "on_behalf_of_id", "started*", "ended*"))
            .repeating();
    tenureSources = loader.stage("tenure_source", "tenure_id", "source_id", "locator").repeating();
    memberships = new GroupMemberships(loader);
  }

  /** A legislative period, which dates the memberships in it that have no dates of their own. */
  void period(JsonNode period) {
    periods.put(
        Json.text(period, "id"),
        new Period(
            Span.of(Json.text(period, "start_date")), Span.of(Json.text(period, "end_date"))));
  }

  void area(JsonNode area) {
    areas.put(Json.text(area, "id"), Json.text(area, "name"));
  }

  /** The memberships inside a person or an organisation, of whom each is. */
  void within(JsonNode entry, Place place, String field) {
    for (JsonNode membership : entry.path("memberships")) {
      if (membership instanceof ObjectNode whole) {
        if (Json.text(whole, field).isEmpty()) {
          whole.put(field, Json.text(entry, "id"));
        }
        add(whole, place);
      }
    }
  }

  void add(JsonNode membership, Place place) {
    String organization = Json.text(membership, "organization_id");
    String person = Json.text(membership, "person_id");
    String member = member(membership);
    if (person.isEmpty() && member.isEmpty()
        || organization.isEmpty() && post(membership).isEmpty()) {
      loader.reject(
          place, "the membership lacks its person or its organization", membership.toString());
      return;
    }
    var period = periods.get(Json.text(membership, "legislative_period_id"));
    var started = Span.of(Json.text(membership, "start_date"));
    var ended = Span.of(Json.text(membership, "end_date"));
    if (period != null && (!started.isKnown() || !ended.isKnown())) {
      started = started.isKnown() ? started : period.started();
      ended = ended.isKnown() ? ended : period.ended();
      loader.report().note("memberships dated by their legislative period");
    }
    if (!started.canEndIn(ended)) {
      loader.reject(place, "the membership ends before it starts", membership.toString());
      return;
    }
    if (person.isEmpty()) {
      group(membership, place, organization, member, started, ended);
    } else if (ids.has("person", person)) {
      tenure(membership, place, person, organization, started, ended);
    } else {
      loader.reject(place, "there is no person " + person, membership.toString());
    }
  }

  private void group(
      JsonNode membership,
      Place place,
      String organization,
      String member,
      Span started,
      Span ended) {
    String group = organizations.key(organization, place);
    if (memberships.add(place, group, organizations.key(member, place), started, ended)) {
      loader.report().note("memberships of organizations");
    } else {
      loader.report().note("memberships of organizations that overlap others, kept as recorded");
      data.recorded(
          place,
          "actor",
          group,
          "membership %s %s".formatted(member, started.asRecorded()),
          membership.toString());
    }
  }

  private static String member(JsonNode membership) {
    String id = Json.text(membership, "member_id");
    return id.isEmpty() ? Json.text(membership.path("member"), "id") : id;
  }

  private static String post(JsonNode membership) {
    return Json.text(membership, "post_id");
  }

  private void tenure(
      JsonNode membership,
      Place place,
      String person,
      String organization,
      Span started,
      Span ended) {
    String post = post(membership);
    String role = Json.text(membership, "role");
    if (role.isEmpty()) {
      role = Json.text(membership, "label");
    }
    String position =
        ids.has("position", post)
            ? ids.key(post)
            : organizations.role(organization, role.isEmpty() ? "member" : role, place);
    String behalf = Json.text(membership, "on_behalf_of_id");
    String tenure =
        String.join("|", person, position, behalf, started.toString(), ended.toString());
    tenures.addAs(
        place,
        tenure,
        Span.columns(
            ids.key(person),
            position,
            behalf.isEmpty() ? null : organizations.key(behalf, place),
            started,
            ended));
    tenureSources.add(place, tenure, data.source(), place.file());
    loader.report().note("memberships of people, taken as tenures");
    String area = Json.text(membership.path("area"), "name");
    if (area.isEmpty()) {
      area = areas.getOrDefault(Json.text(membership, "area_id"), Json.text(membership, "area_id"));
    }
    String when = Json.text(membership, "legislative_period_id");
    data.recorded(
        place,
        "person",
        ids.key(person),
        "area %s %s"
            .formatted(organization, when.isEmpty() ? String.valueOf(started.asRecorded()) : when),
        area);
  }
}
