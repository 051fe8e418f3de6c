package org.meetingrecords.importing.names;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Offices out of printed posts: one title for all its spellings, its rank, whether it is acting.
 */
public record Posts(String title, String rank, boolean acting) {

  private static final Map<String, String> TYPOS =
      Map.ofEntries(
          Map.entry("foregn", "foreign"),
          Map.entry("presidensy", "presidency"),
          Map.entry("misnter", "minister"),
          Map.entry("comander", "commander"),
          Map.entry("coucil", "council"),
          Map.entry("goverment", "government"),
          Map.entry("govermnent", "government"),
          Map.entry("specail", "special"),
          Map.entry("internatl", "internal"),
          Map.entry("commis·sioner", "commissioner"),
          Map.entry("commication", "communication"),
          Map.entry("commnication", "communication"));

  private static final Set<String> NO_POSTS =
      Set.of("", "missing", "not indicated", "spanish", "french", "delegation", "n/a", "na");

  private static final Pattern DELEGATION =
      Pattern.compile("(head|chair|chairman) of (the )?delegation");

  private static final Map<String, String> SAME =
      Map.ofEntries(
          Map.entry("vice president", "vice-president"),
          Map.entry("vice-president of the republic", "vice-president"),
          Map.entry("vice president of the republic", "vice-president"),
          Map.entry("president republic", "president"),
          Map.entry("constitutional president", "president"),
          Map.entry("foreign minister", "minister for foreign affairs"),
          Map.entry("minister foreign affairs", "minister for foreign affairs"),
          Map.entry("deputy minister foreign affairs", "deputy minister for foreign affairs"),
          Map.entry("un representative", "representative to the United Nations"),
          Map.entry("secretary of relations with states", "secretary for relations with states"));

  /** "President of the Republic of Peru" is the President; of the Council is not. */
  private static final Pattern OF_THE_STATE =
      Pattern.compile(
          "(president|vice-president|king) of (the )?([\\p{L}'’ ]*(republic|kingdom)\\b.*|democratic kampuchea)");

  private static final Set<String> SMALL =
      Set.of("of", "the", "and", "for", "at", "in", "with", "on", "to", "or", "by");

  /** From the first that matches. */
  private static final List<Map.Entry<Pattern, String>> RANKS =
      List.of(
          rank("^(special envoy|personal representative)", "SPECIAL_ENVOY"),
          rank("^(minister (at|in) the prime|state counsellor and min)", "FOREIGN_MINISTER"),
          rank(
              "^(first |second )?(deputy|vice)[- ](prime minister|premier|chancellor|chairman of the (council of ministers|cabinet))",
              "DEPUTY_HEAD_OF_GOVERNMENT"),
          rank(
              "^vice-president of the (prime minister|council of ministers)",
              "DEPUTY_HEAD_OF_GOVERNMENT"),
          rank("^(first |second )?vice-president", "DEPUTY_HEAD_OF_STATE"),
          rank("^crown prince", "CROWN_PRINCE"),
          rank("^president of the european (council|commission)", "EXECUTIVE_HEAD"),
          rank(
              "^(president|chairman) of the (government|council of ministers|presidency council of the government|military council and council of ministers)",
              "HEAD_OF_GOVERNMENT"),
          rank(
              "^(first executive )?(president\\b|head of state|king\\b|queen\\b|emperor|amir\\b|emir\\b|sultan|prince and head of state|commander in chief, head of state)",
              "HEAD_OF_STATE"),
          rank(
              "^((chairman|member) of the (presiden(cy|tial council)|supreme council|military council|assembly presidium)|head of the (federal military government|church))",
              "HEAD_OF_STATE"),
          rank(
              "^(first )?(prime minister|premier\\b|head of (the )?government|chancellor|chief executive)",
              "HEAD_OF_GOVERNMENT"),
          rank("^(deputy|vice)[- ]minister", "VICE_MINISTER"),
          rank(
              "(minister|ministry|secretary|commissioner)\\b.*\\b(foreign|external|relations with states)",
              "FOREIGN_MINISTER"),
          rank("^secretary of state$", "FOREIGN_MINISTER"),
          rank("\\bminister\\b", "MINISTER"),
          rank("representative", "PERMANENT_REPRESENTATIVE"),
          rank("ambassador", "AMBASSADOR"));

  private static Map.Entry<Pattern, String> rank(String pattern, String rank) {
    return Map.entry(Pattern.compile(pattern), rank);
  }

  /** Whether the post says no more than that someone leads the delegation. */
  public static boolean isHeadOfDelegation(String printed) {
    return DELEGATION.matcher(printed.strip().toLowerCase(Locale.ROOT)).matches();
  }

  /** The office of a printed post; none where the words name none. */
  public static Optional<Posts> of(String printed) {
    String words = printed.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    for (var typo : TYPOS.entrySet()) {
      words = words.replace(typo.getKey(), typo.getValue());
    }
    if (NO_POSTS.contains(words) || DELEGATION.matcher(words).matches()) {
      return Optional.empty();
    }
    boolean acting = words.startsWith("acting ") || words.startsWith("interim ");
    if (acting) {
      words = words.substring(words.indexOf(' ') + 1);
    }
    words =
        words
            .replaceFirst("^vice president", "vice-president")
            .replaceFirst("^first vice president", "first vice-president")
            .replaceFirst("^minist(er|ry) (of|for) ", "minister for ");
    words = SAME.getOrDefault(words, words);
    var ofTheState = OF_THE_STATE.matcher(words);
    if (ofTheState.matches() && !words.contains(" and ")) {
      words = ofTheState.group(1);
    }
    return Optional.of(new Posts(title(words), rank(words), acting));
  }

  private static String rank(String words) {
    for (var rank : RANKS) {
      if (rank.getKey().matcher(words).find()) {
        return rank.getValue();
      }
    }
    return "OTHER";
  }

  private static String title(String words) {
    var title = new ArrayList<String>();
    for (String word : words.split(" ")) {
      if (word.equals("caricom")) {
        title.add("CARICOM");
      } else if (!title.isEmpty() && SMALL.contains(word)) {
        title.add(word);
      } else {
        title.add(capital(word));
      }
    }
    return String.join(" ", title).replace("Vice-president", "Vice-President");
  }

  public static String capital(String word) {
    return word.isEmpty()
        ? word
        : word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
  }
}
