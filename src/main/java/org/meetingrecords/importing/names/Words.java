package org.meetingrecords.importing.names;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Printed words in the forms that the database has them in. */
public final class Words {

  private static final Pattern MARKS = Pattern.compile("\\p{M}+");
  private static final Map<String, String> TWO_LETTERS = twoLetters();

  private Words() {}

  /** The words; none where there is nothing but space. */
  public static @Nullable String filled(String words) {
    return words.isBlank() ? null : words.strip();
  }

  /** A slug of words: their letters without accents, as far as they have such a form. */
  public static String slug(String words) {
    return MARKS
        .matcher(Normalizer.normalize(words, Normalizer.Form.NFKD))
        .replaceAll("")
        .replaceAll("['’]", "")
        .toLowerCase(Locale.ROOT)
        .replaceAll("[^a-z0-9]+", "-")
        .replaceAll("^-|-$", "");
  }

  /** A slug of words, else what stands in where they have no letter of a slug. */
  public static String slug(String words, String otherwise) {
    String slug = slug(words);
    return slug.isEmpty() ? otherwise : slug;
  }

  /** As in {@code 21st}. */
  public static String ordinal(int number) {
    boolean teen = number % 100 >= 11 && number % 100 <= 13;
    String ending =
        teen
            ? "th"
            : switch (number % 10) {
              case 1 -> "st";
              case 2 -> "nd";
              case 3 -> "rd";
              default -> "th";
            };
    return String.format(Locale.ROOT, "%d%s", number, ending);
  }

  /** A language tag as others write it, in two letters where there are such; else none. */
  public static @Nullable String language(String tag) {
    String written = tag.strip();
    if (!written.matches("[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")) {
      return null;
    }
    int end = written.indexOf('-');
    String primary = (end < 0 ? written : written.substring(0, end)).toLowerCase(Locale.ROOT);
    String rest = end < 0 ? "" : written.substring(end);
    return TWO_LETTERS.getOrDefault(primary, primary) + rest;
  }

  private static Map<String, String> twoLetters() {
    var codes = new HashMap<String, String>();
    for (String two : Locale.getISOLanguages()) {
      codes.put(Locale.of(two).getISO3Language(), two);
    }
    return codes;
  }
}
