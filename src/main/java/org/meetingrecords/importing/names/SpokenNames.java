package org.meetingrecords.importing.names;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Tells which printed names of one side are the same person's: with and without first name, with a
 * letter wrong. Where a surname fits two people, it stays a person of its own.
 */
public final class SpokenNames {

  private static final Pattern COURTESY =
      Pattern.compile("(?i)(mr|mrs|ms|miss|sir|dame|monsignor)(\\.|\\s)\\s*");
  private static final Set<String> OF_A_WOMAN = Set.of("mrs", "ms", "miss", "dame");

  /** A name as printed, to be told apart by what {@link States#plain} leaves of it. */
  private record Spelling(String shown, String plain, String courtesy) {

    List<String> words() {
      return List.of(plain.split(" "));
    }
  }

  /**
   * One person.
   *
   * @param plain the first spelling in the files, by which the person is known
   * @param name the fullest one
   */
  public record One(String plain, String name, Set<String> spellings) {}

  private final Map<String, Spelling> spellings = new LinkedHashMap<>();
  private final Map<String, One> people = new LinkedHashMap<>();

  /** Takes in a name as printed; what holds two names with a stroke is two names. */
  public void add(String printed) {
    for (String name : printed.split("/")) {
      Spelling spelling = spelling(name);
      if (!spelling.plain().isEmpty()) {
        spellings.putIfAbsent(key(spelling), spelling);
      }
    }
  }

  /** The person of a name that was taken in; none where two names are printed. */
  public Optional<One> person(String printed) {
    if (people.isEmpty()) {
      tellApart();
    }
    return printed.contains("/")
        ? Optional.empty()
        : Optional.ofNullable(people.get(key(spelling(printed))));
  }

  /** Whether a printed name is the whole of the person's name. */
  public static boolean isWhole(String printed, One person) {
    return States.plain(person.name()).equals(spelling(printed).plain());
  }

  private static Spelling spelling(String printed) {
    var courtesy = COURTESY.matcher(printed.strip());
    boolean found = courtesy.lookingAt();
    String name = found ? printed.strip().substring(courtesy.end()).strip() : printed.strip();
    String word = found ? courtesy.group(1).toLowerCase(java.util.Locale.ROOT) : "";
    return new Spelling(
        name, States.plain(name), word.isEmpty() ? "" : OF_A_WOMAN.contains(word) ? "F" : "M");
  }

  private static String key(Spelling spelling) {
    return spelling.plain() + "/" + spelling.courtesy();
  }

  private void tellApart() {
    List<Set<Spelling>> groups = new ArrayList<>();
    for (Spelling spelling : spellings.values()) {
      var same =
          groups.stream().filter(group -> group.stream().allMatch(one -> isTypo(one, spelling)));
      same.findFirst()
          .ifPresentOrElse(
              group -> group.add(spelling),
              () -> groups.add(new LinkedHashSet<>(List.of(spelling))));
    }
    // The fuller names first, so that a surname meets all who have it.
    var ordered = new ArrayList<>(groups);
    ordered.sort(Comparator.comparing(group -> -longest(group).words().size()));
    List<Set<Spelling>> settled = new ArrayList<>();
    for (var group : ordered) {
      var fuller =
          settled.stream()
              .filter(
                  other ->
                      group.stream()
                          .anyMatch(part -> other.stream().anyMatch(whole -> isPart(part, whole))))
              .toList();
      if (fuller.size() == 1 && group.stream().allMatch(one -> agrees(one, fuller.getFirst()))) {
        fuller.getFirst().addAll(group);
      } else {
        settled.add(new LinkedHashSet<>(group));
      }
    }
    var order = new ArrayList<>(spellings.values());
    for (var group : settled) {
      Spelling first = group.stream().min(Comparator.comparing(order::indexOf)).orElseThrow();
      var one =
          new One(
              first.plain(),
              longest(group).shown(),
              group.stream()
                  .map(Spelling::shown)
                  .collect(Collectors.toCollection(LinkedHashSet::new)));
      group.forEach(spelling -> people.put(key(spelling), one));
    }
  }

  private static Spelling longest(Set<Spelling> group) {
    return group.stream()
        .max(
            Comparator.<Spelling>comparingInt(one -> one.words().size())
                .thenComparingInt(one -> one.plain().length()))
        .orElseThrow();
  }

  private static boolean agrees(Spelling one, Set<Spelling> group) {
    return group.stream().allMatch(other -> agree(one, other));
  }

  private static boolean agree(Spelling one, Spelling other) {
    return one.courtesy().isEmpty()
        || other.courtesy().isEmpty()
        || one.courtesy().equals(other.courtesy());
  }

  private static boolean isTypo(Spelling one, Spelling other) {
    return agree(one, other)
        && one.words().size() == other.words().size()
        && isNear(one.plain(), other.plain());
  }

  /** Begins or ends the fuller name, or is its first and last words. */
  private static boolean isPart(Spelling part, Spelling whole) {
    var few = part.words();
    var many = whole.words();
    int more = many.size() - few.size();
    if (more <= 0 || !agree(part, whole)) {
      return false;
    }
    return many.subList(0, few.size()).equals(few)
        || many.subList(more, many.size()).equals(few)
        || (few.size() > 1
            && few.getFirst().equals(many.getFirst())
            && few.getLast().equals(many.getLast()));
  }

  /** Two letters changed places; or one letter differs in six, two in nine. */
  private static boolean isNear(String one, String other) {
    if (one.equals(other)) {
      return true;
    }
    int length = Math.min(one.length(), other.length());
    int distance = distance(one, other);
    boolean swapped =
        one.length() == other.length()
            && distance == 1
            && one.chars()
                .sorted()
                .boxed()
                .toList()
                .equals(other.chars().sorted().boxed().toList());
    return distance == 1 ? length >= 6 || swapped && length >= 4 : distance == 2 && length >= 9;
  }

  /** Insertions, deletions, changes and swaps of neighbours. */
  private static int distance(String one, String other) {
    int[][] cost = new int[one.length() + 1][other.length() + 1];
    for (int i = 0; i <= one.length(); i++) {
      for (int j = 0; j <= other.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(Math.min(cost[i - 1][j], cost[i][j - 1]) + 1, cost[i - 1][j - 1] + change);
        if (i > 1
            && j > 1
            && one.charAt(i - 1) == other.charAt(j - 2)
            && one.charAt(i - 2) == other.charAt(j - 1)) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[one.length()][other.length()];
  }
}
