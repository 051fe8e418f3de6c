package org.meetingrecords.read;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What is looked for in texts, written as people write it into a search box: words, {@code "a
 * phrase"}, {@code or}, {@code -not}. It is taken apart because a text is indexed in stretches:
 * wanted words must meet in one of them, an unwanted one must be in none.
 *
 * @param alternatives of which one must be fulfilled
 */
record SearchText(List<Alternative> alternatives) {
  private static final int LONGEST = 1_000;

  /**
   * @param wanted words and phrases that all must be there
   * @param unwanted words and phrases of which none may be
   */
  record Alternative(List<String> wanted, List<String> unwanted) {
    String allWanted() {
      return wanted.stream().map(SearchText::quoted).collect(Collectors.joining(" "));
    }

    String anyUnwanted() {
      return unwanted.stream().map(SearchText::quoted).collect(Collectors.joining(" or "));
    }
  }

  /**
   * @param argument how a message names the text
   * @throws BadInput when there is nothing to look for, or too much
   */
  static SearchText parse(String argument, String text) {
    if (text.length() > LONGEST) {
      throw new BadInput(
          "%s: at most %d characters, not %d.".formatted(argument, LONGEST, text.length()));
    }
    var alternatives = new ArrayList<Alternative>();
    var wanted = new ArrayList<String>();
    var unwanted = new ArrayList<String>();
    for (Term term : terms(text)) {
      if (term.isOr()) {
        close(alternatives, wanted, unwanted);
      } else if (term.isSaid()) {
        (term.unwanted ? unwanted : wanted).add(term.text);
      }
    }
    close(alternatives, wanted, unwanted);
    if (alternatives.isEmpty()) {
      throw new BadInput(
          "%s: there is no word to look for in \"%s\".".formatted(argument, Shown.text(text)));
    }
    return new SearchText(List.copyOf(alternatives));
  }

  /** What names are compared with: the text itself, or its wanted words where it has others. */
  String wantedIn(String text) {
    return hasUnwanted()
        ? alternatives.stream()
            .flatMap(each -> each.wanted.stream())
            .collect(Collectors.joining(" "))
        : text;
  }

  boolean hasUnwanted() {
    return alternatives.stream().anyMatch(each -> !each.unwanted.isEmpty());
  }

  /** What must not be there, whichever alternative is fulfilled. */
  List<String> unwantedAnyhow() {
    return alternatives.size() == 1 ? alternatives.getFirst().unwanted : List.of();
  }

  /** Any of these texts. */
  static SearchText any(List<SearchText> texts) {
    return new SearchText(
        texts.stream().flatMap(each -> each.alternatives.stream()).distinct().toList());
  }

  /**
   * Whether it is one alternative with a phrase in it, or a word that is read as a phrase. An index
   * finds the words; that they stand together is seen in the row only, which takes a hundred times
   * longer.
   */
  boolean isPhrase() {
    return alternatives.size() == 1
        && alternatives.getFirst().wanted.stream()
            .anyMatch(term -> !term.codePoints().allMatch(Character::isLetterOrDigit));
  }

  /** All words wanted, as PostgreSQL's web search reads them; empty where none is. */
  String wanted() {
    return alternatives.stream()
        .map(Alternative::allWanted)
        .filter(words -> !words.isEmpty())
        .collect(Collectors.joining(" or "));
  }

  private static void close(
      List<Alternative> alternatives, List<String> wanted, List<String> unwanted) {
    if (!wanted.isEmpty() || !unwanted.isEmpty()) {
      alternatives.add(new Alternative(List.copyOf(wanted), List.copyOf(unwanted)));
    }
    wanted.clear();
    unwanted.clear();
  }

  /** A word or phrase; where {@code phrase}, it stood in quotation marks. */
  private record Term(String text, boolean phrase, boolean unwanted) {
    boolean isOr() {
      return !phrase && !unwanted && text.equalsIgnoreCase("or");
    }

    /** Whether it holds anything that a word is made of. */
    boolean isSaid() {
      return text.codePoints().anyMatch(Character::isLetterOrDigit);
    }
  }

  private static List<Term> terms(String text) {
    var terms = new ArrayList<Term>();
    int at = 0;
    while (at < text.length()) {
      if (Character.isWhitespace(text.charAt(at))) {
        at++;
        continue;
      }
      boolean unwanted = text.charAt(at) == '-';
      int from = unwanted ? at + 1 : at;
      boolean phrase = from < text.length() && text.charAt(from) == '"';
      if (phrase) {
        from++;
      }
      int end = from;
      while (end < text.length() && !(phrase ? text.charAt(end) == '"' : isBreak(text, end))) {
        end++;
      }
      terms.add(new Term(text.substring(from, end), phrase, unwanted));
      at = phrase ? end + 1 : end;
    }
    return terms;
  }

  private static boolean isBreak(String text, int at) {
    return text.charAt(at) == '"' || Character.isWhitespace(text.charAt(at));
  }

  private static String quoted(String term) {
    return '"' + term + '"';
  }
}
