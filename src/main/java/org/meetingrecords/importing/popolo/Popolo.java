package org.meetingrecords.importing.popolo;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.meetingrecords.importing.files.FileFault;
import org.meetingrecords.importing.files.Input;
import org.meetingrecords.importing.files.Json;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.loading.Format;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Span;
import tools.jackson.databind.JsonNode;

/**
 * People, organisations and votes in the terms of the Popolo project: {@code popolo}. Entries may
 * be in one file or in many, in arrays of their kind or, in a bare array, told by their fields.
 */
public final class Popolo implements Format {

  /** The kinds of entry, by the names that their arrays have. */
  private static final Map<String, String> KINDS =
      Map.ofEntries(
          Map.entry("persons", "person"),
          Map.entry("people", "person"),
          Map.entry("organizations", "organization"),
          Map.entry("memberships", "membership"),
          Map.entry("posts", "post"),
          Map.entry("areas", "area"),
          Map.entry("motions", "motion"),
          Map.entry("vote_events", "vote event"),
          Map.entry("events", "event"),
          Map.entry("speeches", "speech"));

  @Override
  public String name() {
    return PopoloIds.SCHEME;
  }

  @Override
  public void read(Input input, Loader loader) throws IOException {
    var files = new ArrayList<String>();
    for (String file : input.files().keySet()) {
      if (file.toLowerCase(Locale.ROOT).endsWith(".json")) {
        files.add(file);
      } else {
        loader.report().note("files that are no JSON, left out");
      }
    }
    if (files.isEmpty()) {
      throw new FileFault(new Place(name(), 0), "there is no JSON among the files");
    }
    input.expect(Stream.of(files, files, files).flatMap(List::stream).toList());

    String title = title(input, files);
    var ids = new PopoloIds(loader, Words.slug(name() + " " + title, name()));
    var data = new DataSet(loader);
    var people = new PopoloPeople(loader, data, ids);
    var organizations = new PopoloOrganizations(loader, data, ids);
    var memberships = new PopoloMemberships(loader, data, ids, organizations);
    var events = new PopoloEvents(loader, data, ids, organizations);
    var motions = new PopoloMotions();
    var votes = new PopoloVotes(loader, data, ids, organizations, events, motions);
    for (String file : files) {
      Json.read(
          input,
          file,
          (array, entry, place) -> {
            String kind = kind(array, entry);
            know(kind, entry, ids, memberships);
            motions.know(kind, entry);
          });
    }
    data.from(
        new Place(files.getFirst(), 0),
        ids.dataSet(),
        new DataSet.About(
            title, "DATASET", "", "", "", Span.NONE, null, "USER", "", title + ", Popolo data"));
    for (String file : files) {
      Json.read(
          input,
          file,
          (array, entry, place) -> {
            switch (kind(array, entry)) {
              case "person" -> {
                people.add(entry, place);
                memberships.within(entry, place, "person_id");
              }
              case "organization" -> {
                organizations.add(entry, place);
                memberships.within(entry, place, "organization_id");
              }
              case "membership" -> memberships.add(entry, place);
              case "post" -> organizations.post(entry, place);
              case "area" -> loader.report().note("areas, named where a membership has them");
              case "motion" -> votes.motion(entry, place);
              case "vote event" -> votes.voteEvent(entry, place);
              case "event" -> events.event(entry, place);
              case "speech" -> events.speech(entry, place);
              case "" -> loader.report().note("left out: %s of the data set".formatted(array));
              default ->
                  loader.reject(
                      place,
                      "the entry is neither person, organization, membership, post, motion, vote"
                          + " event, event nor speech",
                      entry.toString());
            }
          });
    }
    votes.end();
  }

  /** What is needed to follow links, before any is followed. */
  private static void know(
      String kind, JsonNode entry, PopoloIds ids, PopoloMemberships memberships) {
    String id = Json.text(entry, "id");
    switch (kind) {
      case "person" -> ids.add("person", id);
      case "organization" -> {
        ids.addOrganization(id, Json.text(entry, "name"));
        entry.path("legislative_periods").forEach(memberships::period);
        entry.path("posts").forEach(post -> ids.add("position", Json.text(post, "id")));
      }
      case "post" -> ids.add("position", id);
      case "area" -> memberships.area(entry);
      case "event" -> {
        ids.add("meeting", id);
        memberships.period(entry);
      }
      default -> {}
    }
  }

  /** The kind of an entry; empty for what stands beside the arrays of entries. */
  private static String kind(String array, JsonNode entry) {
    if (!entry.isObject()) {
      return array.isEmpty() ? "?" : "";
    }
    if (!array.isEmpty()) {
      return KINDS.getOrDefault(array, "");
    }
    if (entry.has("vote_events")) {
      return "motion";
    }
    if (entry.has("votes") || entry.has("counts")) {
      return "vote event";
    }
    if (entry.has("person_id") || entry.has("member") || entry.has("member_id")) {
      return "membership";
    }
    if (entry.has("creator_id") && entry.has("event_id") || entry.has("attribution_text")) {
      return "speech";
    }
    if (entry.has("organization_id")) {
      return entry.has("text")
          ? "motion"
          : entry.has("role") || entry.has("label") ? "post" : "event";
    }
    if (entry.has("classification") || entry.has("founding_date")) {
      return "organization";
    }
    boolean named = entry.has("id") && entry.has("name");
    return named ? "person" : "?";
  }

  private static List<String> legislatures(Input input, List<String> files) throws IOException {
    var found = new ArrayList<String>();
    for (String file : files) {
      Json.read(
          input,
          file,
          (array, entry, place) -> {
            if (kind(array, entry).equals("organization")
                && Json.text(entry, "classification").equals("legislature")) {
              found.add(Json.text(entry, "name"));
            }
          });
    }
    return found;
  }

  /** A name for data that has none: its legislature's, else its first file's. */
  private static String title(Input input, List<String> files) throws IOException {
    var found = legislatures(input, files);
    if (!found.isEmpty()) {
      return found.getFirst();
    }
    String file = files.getFirst();
    return file.substring(file.lastIndexOf('/') + 1).replaceFirst("\\.json$", "");
  }
}
