package org.meetingrecords.importing.treaties;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A column of a status table. Its title names the acts that its dates may be of, each with the mark
 * that then follows the date; the one without a mark is meant where none follows: {@code
 * Ratification, Accession(a), Succession(d)}.
 */
record TreatyColumn(String title, List<Act> acts) {

  /**
   * An act as the title names it.
   *
   * @param mark empty where the title gives none
   */
  record Act(String title, String mark, String kind) {}

  /** The beginnings of the names of acts, the longer ones before what they begin with. */
  private static final List<Map.Entry<String, String>> KINDS =
      List.of(
          Map.entry("signature ad referendum", "SIGNATURE_AD_REFERENDUM"),
          Map.entry("signature", "SIGNATURE"),
          Map.entry("confirmation of signature", "CONFIRMATION_OF_SIGNATURE"),
          Map.entry("definitive signature or", "OTHER"),
          Map.entry("definitive signature", "DEFINITIVE_SIGNATURE"),
          Map.entry("definitive acceptance", "ACCEPTANCE"),
          Map.entry("succession to signature", "SUCCESSION_TO_SIGNATURE"),
          Map.entry("succession", "SUCCESSION"),
          Map.entry("ratification", "RATIFICATION"),
          Map.entry("acceptance", "ACCEPTANCE"),
          Map.entry("approval", "APPROVAL"),
          Map.entry("accession", "ACCESSION"),
          Map.entry("formal confirmation", "FORMAL_CONFIRMATION"),
          Map.entry("consent to be bound", "CONSENT_TO_BE_BOUND"),
          Map.entry("participation", "PARTICIPATION"),
          Map.entry("simplified procedure", "SIMPLIFIED_PROCEDURE"),
          Map.entry("provisional application", "PROVISIONAL_APPLICATION"),
          Map.entry("undertaking of provisional application", "PROVISIONAL_APPLICATION"),
          Map.entry("provisional acceptance", "OTHER"),
          Map.entry("notification", "NOTIFICATION"),
          Map.entry("application", "NOTIFICATION"),
          Map.entry("extension", "OTHER"));

  private static final Pattern BETWEEN_ACTS = Pattern.compile(", (?=[A-Z])");
  private static final Pattern MARKED = Pattern.compile("(.+?)\\s*\\((a|d|s|A|AA|P|p|n|c|C)\\)");

  /** The column of a title; none where the title names no act. */
  static Optional<TreatyColumn> of(String title) {
    var acts = new ArrayList<Act>();
    for (String each : BETWEEN_ACTS.split(title.strip())) {
      var marked = MARKED.matcher(each);
      boolean hasMark = marked.matches();
      String name = (hasMark ? marked.group(1) : each).toLowerCase(Locale.ROOT);
      var kind = KINDS.stream().filter(known -> name.startsWith(known.getKey())).findFirst();
      if (kind.isEmpty()) {
        return Optional.empty();
      }
      acts.add(new Act(each, hasMark ? marked.group(2) : "", kind.get().getValue()));
    }
    return Optional.of(new TreatyColumn(title.strip(), acts));
  }

  /**
   * The act of a date with this mark. Where the title leaves open which of several it is, the title
   * stays as the act's name and the kind is {@code OTHER}.
   */
  Act act(String mark) {
    var fitting = acts.stream().filter(act -> act.mark().equals(mark)).toList();
    if (fitting.isEmpty() && mark.isEmpty() && acts.size() == 1) {
      fitting = acts;
    }
    if (fitting.size() == 1) {
      return fitting.getFirst();
    }
    var kinds = new LinkedHashSet<>(fitting.stream().map(Act::kind).toList());
    String said = mark.isEmpty() ? title : title + ": " + mark;
    return new Act(said, mark, kinds.size() == 1 ? kinds.getFirst() : "OTHER");
  }
}
