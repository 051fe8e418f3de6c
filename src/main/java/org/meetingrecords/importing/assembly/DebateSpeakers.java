package org.meetingrecords.importing.assembly;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Posts;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.names.Words;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Offices;
import org.meetingrecords.importing.staging.Span;

/** Puts those who spoke on stage, with the posts that they held. */
final class DebateSpeakers {

  private static final String PERSON = "ungdc-speaker=";
  private static final Pattern COURTESY =
      Pattern.compile("(?i)((mr|mrs|ms|miss|mme|mister)(\\.|\\s)|(m|mir)\\.)\\s*");

  private final Loader loader;
  private final DataSet set;
  private final Stage people;
  private final Offices offices;
  private final Stage delegates;
  private final Stage speakers;

  DebateSpeakers(Loader loader, DataSet set) {
    this.loader = loader;
    this.set = set;
    people = loader.stage("person", "slug", "name");
    offices = new Offices(loader, set);
    delegates =
        loader
            .stage(
                "delegate",
                "delegation_id",
                "person_id",
                "position_id",
                "role",
                "label_as_recorded")
            .repeating();
    speakers =
        loader.stage(
            "speaker", "statement_id", "person_id", "position_id", "capacity", "label_as_recorded");
  }

  /** The speaker of a statement, who is a delegate too. */
  void add(SpeakerRow row, String statement, String delegation, @Nullable String actor) {
    if (row.name().isEmpty() && row.post().isEmpty()) {
      loader.report().note("rows without a speaker");
      return;
    }
    String person = person(row, actor);
    var post = Posts.of(row.post());
    String position = null;
    if (post.isPresent() && actor != null) {
      position = offices.office(row.place(), actor, post.get().title(), post.get().rank());
    } else if (!row.post().isEmpty()) {
      loader.report().note("posts that stay as recorded: " + row.post());
    }
    if (person != null && position != null) {
      offices.attest(
          row.place(),
          person,
          position,
          post.get().acting(),
          null,
          Span.year(row.year(), Integer.toString(row.year())),
          row.post());
    }
    String label =
        row.name().isEmpty()
            ? row.post()
            : row.post().isEmpty() ? row.name() : row.name() + ", " + row.post();
    speakers.add(row.place(), statement, person, position, "NATIONAL", label);
    delegates.add(
        row.place(),
        delegation,
        person,
        position,
        Posts.isHeadOfDelegation(row.post()) ? "HEAD" : "UNKNOWN",
        row.post().isEmpty() ? null : row.post());
  }

  /** The same person where name and state agree, however the name is written. */
  private @Nullable String person(SpeakerRow row, @Nullable String actor) {
    var courtesy = COURTESY.matcher(row.name());
    String name = row.name().substring(courtesy.lookingAt() ? courtesy.end() : 0);
    name = name.replaceFirst("[,;\\s]+$", "");
    String plain = States.plain(name);
    if (plain.isEmpty()) {
      return null;
    }
    // A state that goes on under another name has the same people.
    String state =
        loader
            .states()
            .find(GeneralDebates.threeLetters(row.code()), row.country(), LocalDate.of(2024, 1, 1))
            .map(States.Found::slug)
            .orElse(actor == null ? States.plain(row.country()) : actor);
    String key = PERSON + state + "/" + plain;
    if (set.linkOnce(row.place(), "person", key)) {
      String slug = Words.slug(name);
      people.addAs(row.place(), key, slug.isEmpty() ? "speaker" : slug, shown(name));
    }
    return key;
  }

  /** A name in capitals, written as names are. */
  private static String shown(String name) {
    var words = new ArrayList<String>();
    for (String word : name.split("\\s+")) {
      boolean capitals =
          word.length() > 3 && word.equals(word.toUpperCase(Locale.ROOT)) && !word.contains(".");
      if (capitals) {
        var parts = new ArrayList<String>();
        for (String part : word.toLowerCase(Locale.ROOT).split("-", -1)) {
          parts.add(Posts.capital(part));
        }
        words.add(String.join("-", parts));
      } else {
        words.add(word);
      }
    }
    return String.join(" ", words);
  }
}
