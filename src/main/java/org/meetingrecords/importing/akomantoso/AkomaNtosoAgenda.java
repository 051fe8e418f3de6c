package org.meetingrecords.importing.akomantoso;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.files.Place;
import org.meetingrecords.importing.files.Xml;
import org.meetingrecords.importing.files.XmlElement;
import org.meetingrecords.importing.loading.Loader;
import org.meetingrecords.importing.loading.Stage;
import org.meetingrecords.importing.names.Words;

/** The sections of a debate as items of its agenda, those that are open now, inmost first. */
final class AkomaNtosoAgenda {

  private static final Set<String> SECTIONS =
      Set.of(
          "debateBody",
          "debateSection",
          "administrationOfOath",
          "rollCall",
          "prayers",
          "oralStatements",
          "writtenStatements",
          "personalStatements",
          "ministerialStatements",
          "resolutions",
          "nationalInterest",
          "declarationOfVote",
          "communication",
          "petitions",
          "papers",
          "noticesOfMotion",
          "questions",
          "address",
          "proceduralMotions",
          "pointOfOrder",
          "adjournment",
          "speechGroup");

  /** Parts that serve only the conduct of the meeting. */
  private static final Set<String> PROCEDURAL =
      Set.of("administrationOfOath", "rollCall", "prayers", "proceduralMotions", "adjournment");

  private static final Set<String> TITLES = Set.of("num", "heading", "subheading");

  /** A part of the debate that is open. */
  private static final class Section {
    private final String name;
    private final String id;
    private final Place place;
    private final List<String> titles = new ArrayList<>();
    private String number = "";
    private @Nullable String item;
    private boolean told;

    private Section(String name, String id, Place place) {
      this.name = name;
      this.id = id;
      this.place = place;
    }

    String title() {
      return String.join(" – ", titles);
    }
  }

  private final Loader loader;
  private final AkomaNtosoVotes votes;
  private final Stage items;
  private final Deque<Section> sections = new ArrayDeque<>();
  private String meeting = "";
  private int itemCount;
  private int outermost;
  private String firstTitle = "";

  AkomaNtosoAgenda(Loader loader, AkomaNtosoVotes votes) {
    this.loader = loader;
    this.votes = votes;
    items = loader.stage("agenda_item", "meeting_id", "number", "title", "parent_id").counting();
  }

  /** Begins the debate of this meeting. */
  void begin(String ofMeeting) {
    meeting = ofMeeting;
    sections.clear();
    itemCount = 0;
    outermost = 0;
    firstTitle = "";
  }

  static boolean isSection(String element) {
    return SECTIONS.contains(element);
  }

  void open(Xml xml) {
    sections.push(new Section(xml.name(), xml.attributes().getOrDefault("eId", ""), xml.place()));
  }

  void close() {
    sections.poll();
  }

  /** Whether an element is part of the section's title, which it is only before anything else. */
  boolean takesAsTitle(XmlElement element) {
    var section = sections.peek();
    if (section == null || section.told || !TITLES.contains(element.name())) {
      return false;
    }
    if (element.name().equals("num")) {
      section.number = element.words();
    } else if (!element.words().isEmpty()) {
      section.titles.add(element.words());
    }
    return true;
  }

  /**
   * The section's title is complete: what has one is an item of the agenda.
   *
   * @return the title, the first time, of a section that is in no other
   */
  Optional<String> tell() {
    var section = sections.peek();
    if (section == null || section.told) {
      return Optional.empty();
    }
    section.told = true;
    String title = section.title();
    if (title.isEmpty() && section.number.isEmpty()) {
      loader.report().note("sections without a heading, which are no items of the agenda");
    } else {
      String parent = item().orElse(null);
      section.item = meeting + "/item/" + ++itemCount;
      items.addAs(
          section.place,
          section.item,
          meeting,
          Words.filled(section.number),
          title.isEmpty() ? section.number : title,
          parent);
    }
    votes.section(section.id, item().orElse(null), title());
    if (sections.size() > 1) {
      return Optional.empty();
    }
    outermost++;
    firstTitle = firstTitle.isEmpty() ? title : firstTitle;
    return Optional.of(title);
  }

  /** The item of the agenda that is on. */
  Optional<String> item() {
    return sections.stream().map(open -> open.item).filter(Objects::nonNull).findFirst();
  }

  String title() {
    return sections.stream()
        .map(Section::title)
        .filter(title -> !title.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** The ids of the sections that are open. */
  List<String> ids() {
    return sections.stream().map(open -> open.id).toList();
  }

  boolean isProcedural() {
    return sections.stream().anyMatch(open -> PROCEDURAL.contains(open.name));
  }

  /** The title of all of the debate, where it has one. */
  String heading() {
    return outermost == 1 ? firstTitle : "";
  }
}
