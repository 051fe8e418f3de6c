package org.meetingrecords.importing.akomantoso;

import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.States;
import org.meetingrecords.importing.staging.DataSet;
import org.meetingrecords.importing.staging.Decisions;
import org.meetingrecords.importing.staging.Span;
import org.meetingrecords.importing.staging.Tally;

/** What a debate decided, and who voted how. */
final class AkomaNtosoVotes {

  private static final Map<String, Pattern> OPTIONS = new LinkedHashMap<>();

  static {
    OPTIONS.put("ABSTAIN", Pattern.compile("abst"));
    OPTIONS.put("NO", Pattern.compile("contra|against|negativ|noes|nays|\\bnay\\b|\\bno\\b"));
    OPTIONS.put("YES", Pattern.compile("favou?r|afirmativ|ayes?\\b|\\byes\\b"));
  }

  private static final Pattern REJECTED = Pattern.compile("rech|reject|fail|defeat|negativ");
  private static final Pattern ADOPTED = Pattern.compile("aprob|adopt|approv|agreed|pass|carried");

  /** A voting of the analysis, or a vote that the text alone tells of. */
  private static final class Voting {
    private final String slug;
    private final String key;
    private final Place place;
    private final String href;
    private final String outcome;
    private final Tally counts = new Tally();
    private final Tally cast = new Tally();
    private final Set<String> voters = new HashSet<>();
    private @Nullable String item;
    private String title = "";

    private Voting(String slug, String key, Place place, String href, String outcome) {
      this.slug = slug;
      this.key = key;
      this.place = place;
      this.href = href;
      this.outcome = outcome;
    }
  }

  private final Loader loader;
  private final DataSet data;
  private final AkomaNtosoSpeakers speakers;
  private final Decisions decisions;
  private final Stage votes;
  private final Map<String, Voting> votings = new LinkedHashMap<>();

  AkomaNtosoVotes(Loader loader, DataSet data, AkomaNtosoSpeakers speakers) {
    this.loader = loader;
    this.data = data;
    this.speakers = speakers;
    decisions = new Decisions(loader, data, "sequence", "agenda_item_id");
    votes = loader.stage("vote", "decision_id", "person_id", "option", "name_as_recorded");
  }

  /** Begins a document with the votings that its analysis has. */
  void begin(AkomaNtosoMeta meta, String meeting, String slug) {
    votings.clear();
    for (XmlElement voting : meta.votings()) {
      String id = voting.attribute("eId");
      String own = slug + "-vote-" + (votings.size() + 1);
      var known =
          new Voting(
              own,
              id.isEmpty() || !meeting.startsWith("frbr-uri=") ? own : meeting + "#" + id,
              voting.place(),
              voting.reference("href"),
              words(meta, voting.attribute("outcome")));
      for (XmlElement count : voting.children("count")) {
        String option = option(words(meta, count.attribute("refersTo")));
        if (option != null && count.attribute("value").matches("\\d{1,9}")) {
          known.counts.add(option, Integer.parseInt(count.attribute("value")));
        }
      }
      votings.put(known.slug, known);
    }
  }

  /** An id with what it is shown as. */
  private static String words(AkomaNtosoMeta meta, String reference) {
    String id = XmlElement.unsigned(reference.strip());
    var thing = meta.things().get(id);
    String shown = thing == null ? "" : thing.name();
    return (id.replaceAll("(\\p{Ll})(\\p{Lu})", "$1 $2") + " " + shown).toLowerCase(Locale.ROOT);
  }

  private static @Nullable String option(String words) {
    String plain = States.plain(words);
    return OPTIONS.entrySet().stream()
        .filter(entry -> entry.getValue().matcher(plain).find())
        .map(Map.Entry::getKey)
        .findFirst()
        .orElse(null);
  }

  /** Tells which item a section's votings are about. */
  void section(String id, @Nullable String item, String title) {
    for (Voting voting : votings.values()) {
      if (!id.isEmpty() && isOf(voting, id)) {
        voting.item = item;
        voting.title = title;
      }
    }
  }

  private static boolean isOf(Voting voting, String section) {
    return voting.href.equals(section)
        || voting.href.startsWith(section + "-")
        || voting.href.startsWith(section + "__");
  }

  /** Takes the votes that a part of the text lists, in a section of these ids, inmost first. */
  void listed(
      AkomaNtosoMeta meta,
      XmlElement text,
      List<String> sections,
      String document,
      String slug,
      @Nullable String item,
      String title) {
    for (XmlElement outcome : text.all("outcome")) {
      for (XmlElement vote : outcome.children("vote")) {
        var voting =
            sections.stream()
                .filter(section -> !section.isEmpty())
                .flatMap(section -> votings.values().stream().filter(one -> isOf(one, section)))
                .findFirst()
                .orElseGet(() -> untold(text, slug, item, title));
        vote(meta, voting, outcome, vote, document);
      }
    }
  }

  private Voting untold(XmlElement text, String slug, @Nullable String item, String title) {
    return votings.computeIfAbsent(
        slug + "-vote-in-line-" + text.place().line(),
        own -> {
          var voting = new Voting(own, own, text.place(), "", "");
          voting.item = item;
          voting.title = title;
          return voting;
        });
  }

  private void vote(
      AkomaNtosoMeta meta, Voting voting, XmlElement outcome, XmlElement vote, String document) {
    String name = vote.words().replaceFirst("[;,.\\s]+$", "");
    String choice = vote.attribute("as");
    String option = option(words(meta, choice.isEmpty() ? outcome.attribute("refersTo") : choice));
    if (option == null || name.isEmpty()) {
      loader.reject(vote.place(), "it cannot be told who votes, or how", vote.words());
      return;
    }
    String reference =
        vote.find("person").map(found -> found.attribute("refersTo")).orElse(vote.attribute("by"));
    // A list prints names, so that a reference to someone of another name is a wrong one.
    boolean agrees =
        meta.thing(reference, "TLCPerson").filter(found -> share(found.name(), name)).isPresent();
    String person = agrees ? speakers.person(meta, reference, document, vote.place()) : null;
    if (!voting.voters.add(person == null ? name : person)) {
      loader.reject(vote.place(), "this voter has voted already", name);
      return;
    }
    voting.cast.add(option, 1);
    loader
        .report()
        .note(person == null ? "votes whose voter stays as recorded" : "votes linked to a person");
    votes.add(vote.place(), voting.key, person, option, name);
  }

  private static boolean share(String one, String other) {
    String words = " " + States.plain(other) + " ";
    return Arrays.stream(States.plain(one).split(" ", -1))
        .anyMatch(word -> word.length() > 3 && words.contains(" " + word + " "));
  }

  /** Puts the decisions of the document on stage. */
  void end(String meeting, Span day) {
    int sequence = 0;
    for (Voting voting : votings.values()) {
      if (voting.counts.contradicts(voting.cast)) {
        loader.report().note("votings whose counts are not those of the votes listed");
      }
      var numbers = voting.counts.or(voting.cast);
      boolean adopted = ADOPTED.matcher(voting.outcome).find();
      decisions.add(
          voting.place,
          voting.key,
          voting.slug,
          new Decisions.Ballot(
              meeting,
              voting.title.isEmpty() ? voting.slug : voting.title,
              day,
              !voting.cast.isEmpty()
                  ? "RECORDED_VOTE"
                  : numbers.isEmpty() ? "UNKNOWN" : "NON_RECORDED_VOTE",
              REJECTED.matcher(voting.outcome).find()
                  ? "REJECTED"
                  : adopted ? "ADOPTED" : "UNKNOWN"),
          numbers,
          ++sequence,
          voting.item);
      data.recorded(voting.place, "decision", voting.key, "outcome", voting.outcome);
    }
  }
}
