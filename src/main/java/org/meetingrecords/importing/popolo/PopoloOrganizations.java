package org.meetingrecords.importing.popolo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Posts;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;

/** Organisations and the posts in them. */
final class PopoloOrganizations {

  private static final String LEGISLATURE = "legislature";

  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("party", "POLITICAL_PARTY"),
          Map.entry("political party", "POLITICAL_PARTY"),
          Map.entry("faction", "PARLIAMENTARY_GROUP"),
          Map.entry("parliamentary group", "PARLIAMENTARY_GROUP"),
          Map.entry("coalition", "COALITION"),
          Map.entry(LEGISLATURE, "GOVERNMENT_BODY"),
          Map.entry("chamber", "GOVERNMENT_BODY"),
          Map.entry("government", "GOVERNMENT_BODY"),
          Map.entry("executive", "GOVERNMENT_BODY"),
          Map.entry("cabinet", "GOVERNMENT_BODY"),
          Map.entry("ministry", "GOVERNMENT_BODY"),
          Map.entry("committee", "GOVERNMENT_BODY"));

  private static final Set<String> TAKEN =
      Set.of(
          "id",
          "name",
          "identifiers",
          "other_names",
          "links",
          "memberships",
          "classification",
          "posts",
          "parent_id",
          "founding_date",
          "dissolution_date",
          "legislative_periods");

  private final Loader loader;
  private final DataSet data;
  private final PopoloIds ids;
  private final Stage actors;
  private final Stage forums;
  private final Stage positions;
  private final Map<String, String> classifications = new HashMap<>();
  private final Set<String> unlisted = new HashSet<>();
  private final Set<String> meeting = new HashSet<>();

  PopoloOrganizations(Loader loader, DataSet data, PopoloIds ids) {
    this.loader = loader;
    this.data = data;
    this.ids = ids;
    actors =
        loader.stage(
            "actor", Span.names("slug", "name", "kind", "founded*", "dissolved*", "parent_id"));
    forums = loader.stage("forum", "slug", "name", "kind");
    positions = loader.stage("position", "slug", "title", "rank", "organization_id");
  }

  void add(JsonNode organization, Place place) {
    String id = Json.text(organization, "id");
    String name = Json.text(organization, "name");
    if (id.isEmpty() || name.isEmpty()) {
      loader.reject(place, "the organization has no id or no name", organization.toString());
      return;
    }
    String key = ids.key(id);
    String classification = Json.text(organization, "classification").toLowerCase(Locale.ROOT);
    classifications.putIfAbsent(id, classification);
    var founded = Span.of(Json.text(organization, "founding_date"));
    var dissolved = Span.of(Json.text(organization, "dissolution_date"));
    if (!founded.canEndIn(dissolved)) {
      data.recorded(place, "actor", key, "dissolution_date", dissolved.toString());
      dissolved = Span.NONE;
    }
    String parent = Json.text(organization, "parent_id");
    boolean under = ids.has("actor", parent) && !parent.equals(id);
    if (!parent.isEmpty() && !under) {
      data.recorded(place, "actor", key, "parent_id", parent);
    }
    actors.addAs(
        place,
        key,
        Span.columns(
            ids.slug(name),
            name,
            KINDS.getOrDefault(classification, "OTHER"),
            founded,
            dissolved,
            under ? ids.key(parent) : null));
    data.link(place, "actor", key);
    PopoloPeople.about(data, loader, organization, place, "actor", key, TAKEN);
    if (!KINDS.containsKey(classification)) {
      data.recorded(place, "actor", key, "classification", classification);
    }
    for (JsonNode period : organization.path("legislative_periods")) {
      data.recorded(
          place,
          "actor",
          key,
          "legislative_periods " + Json.text(period, "id"),
          "%s, %s – %s"
              .formatted(
                  Json.text(period, "name"),
                  Json.text(period, "start_date"),
                  Json.text(period, "end_date")));
    }
    for (JsonNode post : organization.path("posts")) {
      post(post, place);
    }
    if (classification.equals(LEGISLATURE)) {
      forum(id, name, place);
    }
  }

  boolean isLegislature(String id) {
    return LEGISLATURE.equals(classifications.get(id));
  }

  /** The key of an organisation; of one that no entry describes, only the id is known. */
  String key(String id, Place place) {
    var listed = ids.organization(id);
    if (listed.isPresent()) {
      return ids.key(listed.get());
    }
    String key = ids.key(id);
    if (unlisted.add(id)) {
      loader.report().note("organizations of which only the id is known");
      actors.addAs(place, key, Span.columns(ids.slug(id), id, "OTHER", Span.NONE, Span.NONE, null));
      data.link(place, "actor", key);
    }
    return key;
  }

  /** The forum that an organisation meets as. */
  @Nullable String forum(String id, Place place) {
    var listed = ids.organization(id);
    if (id.isEmpty() || listed.isEmpty()) {
      if (!id.isEmpty()) {
        loader.report().note("motions and events of an organization that no entry describes");
      }
      return null;
    }
    if (!listed.get().equals(id)) {
      loader.report().note("motions and events whose organization is found by its name: " + id);
    }
    forum(listed.get(), listed.get(), place);
    return ids.key(listed.get());
  }

  private void forum(String id, String name, Place place) {
    if (meeting.add(id)) {
      String key = ids.key(id);
      forums.addAs(place, key, ids.slug(name), name, isLegislature(id) ? "PARLIAMENT" : "OTHER");
      data.link(place, "forum", key);
    }
  }

  void post(JsonNode post, Place place) {
    String id = Json.text(post, "id");
    String title = Json.text(post, "label");
    String role = Json.text(post, "role");
    String organization = Json.text(post, "organization_id");
    if (id.isEmpty() || organization.isEmpty() || (title + role).isEmpty()) {
      loader.reject(place, "the post has no id, no organization or no role", post.toString());
      return;
    }
    String key = ids.key(id);
    String named = title.isEmpty() ? role : title;
    positions.addAs(
        place,
        key,
        ids.slug(organization.substring(organization.lastIndexOf('/') + 1) + " " + named),
        named,
        rank(organization, role.isEmpty() ? title : role),
        key(organization, place));
    data.link(place, "position", key);
    for (JsonNode other : post.path("other_labels")) {
      data.aliases()
          .name(
              place,
              "position",
              key,
              Json.text(other, "name"),
              Words.language(Json.text(other, "lang")),
              "ALIAS",
              Span.NONE,
              Span.NONE);
    }
    for (String field : Set.of("start_date", "end_date", "area")) {
      JsonNode value = post.path(field);
      data.recorded(
          place,
          "position",
          key,
          field,
          value.isObject() ? value.toString() : Json.text(post, field));
    }
  }

  /** The position of a role in an organisation, where no post is named. */
  String role(String organization, String role, Place place) {
    String title = role.substring(0, 1).toUpperCase(Locale.ROOT) + role.substring(1);
    String of = organization.substring(organization.lastIndexOf('/') + 1);
    String key = ids.slug(of + " " + title);
    positions.addAs(place, key, key, title, rank(organization, role), key(organization, place));
    data.link(place, "position", key);
    return key;
  }

  private String rank(String organization, String role) {
    if (isLegislature(organization)
        && role.toLowerCase(Locale.ROOT).matches("member|mp|representative")) {
      return "MEMBER_OF_PARLIAMENT";
    }
    return Posts.of(role).map(Posts::rank).orElse("OTHER");
  }
}
