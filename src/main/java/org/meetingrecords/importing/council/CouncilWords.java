package org.meetingrecords.importing.council;

import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.meetingrecords.importing.names.States;

/**
 * What the words of a speech tell of it, beside its row in the table.
 *
 * @param attribution the speaker as the record prints it; null where the words do not begin with it
 * @param language in which it was spoken, where the record says so; English where it says none
 * @param ownCapacity of one who presides: for what else they spoke, as said; null where for nothing
 * @param briefing of one who presides: as whom they briefed the Council; null where they did not
 * @param onBehalfOf for whom else it speaks, as said; null for nobody
 * @param letter the letter by which a document was sent, the whole of it; null where it is none
 */
record CouncilWords(
    @Nullable String attribution,
    @Nullable String language,
    @Nullable String ownCapacity,
    @Nullable String briefing,
    @Nullable String onBehalfOf,
    @Nullable String letter,
    boolean authorized) {

  private static final Pattern PRINTED = Pattern.compile("^([^:]{2,160}):");

  /** The line break between two columns has put other words into some of these. */
  private static final Pattern SPOKE =
      Pattern.compile("\\(spoke\\b([^:)]{0,90}?)\\bin ([A-Z]\\w+)\\)");

  private static final Pattern LETTER =
      Pattern.compile(
          "^I have the honour to (enclose|refer to Security Council resolution|transmit)");
  private static final Pattern ON_BEHALF =
      Pattern.compile(
          "\\b(?:I|honour(?:ed)?|pleasure|pleased)\\b(?:(?!representative)[^.;]){0,120}?\\b(?:speak|(?:deliver|make|making|delivering|submit)"
              + " (?:this|the following|a|my) statement)\\b[^.;]{0,90}?\\bon behalf of (?!His |Her"
              + " )([^.;:(]{3,200})");
  private static final Pattern BRIEFING =
      Pattern.compile(
          "\\bbrief the (?:Security )?Council in my capacity as (?:the )?([^.,;:]{3,160})");
  private static final int OPENING = 900;

  private static final Map<String, String> LANGUAGES =
      Map.of(
          "English", "en",
          "French", "fr",
          "Spanish", "es",
          "Arabic", "ar",
          "Russian", "ru",
          "Chinese", "zh",
          "Portuguese", "pt",
          "German", "de");

  static CouncilWords of(
      CouncilDocument document, String speaker, String type, String country, String content) {
    boolean president = type.equals(CouncilRow.PRESIDENT);
    String opening = content.substring(0, Math.min(OPENING, content.length()));
    String attribution = null;
    String language = null;
    if (document.isVerbatim()) {
      language = "en";
      var printed = PRINTED.matcher(opening);
      if (printed.find() && names(printed.group(1), speaker)) {
        attribution = printed.group(1);
        var spoke = SPOKE.matcher(attribution);
        if (spoke.find()) {
          language = LANGUAGES.get(spoke.group(2));
          attribution = spoke.replaceFirst("(spoke in $2)").strip();
        }
      }
    }
    boolean letter = !document.isVerbatim() && president && LETTER.matcher(opening).find();
    var briefs = BRIEFING.matcher(content);
    var behalf = ON_BEHALF.matcher(opening);
    return new CouncilWords(
        attribution,
        language,
        president && document.isVerbatim() ? ownCapacity(country, content) : null,
        president && document.isVerbatim() && briefs.find() ? briefs.group(1) : null,
        behalf.find() ? behalf.group(1).strip() : null,
        letter ? content : null,
        content.contains("authorized to make the following statement"));
  }

  private static boolean names(String printed, String speaker) {
    String plain = States.plain(printed);
    String last = States.plain(speaker);
    last = last.substring(last.lastIndexOf(' ') + 1);
    return printed.startsWith("The ") || (!last.isEmpty() && plain.contains(last));
  }

  /** The words after "in my capacity as", when they end in the state; or "national capacity". */
  private static @Nullable String ownCapacity(String country, String content) {
    if (country.isBlank()) {
      return null;
    }
    var own =
        Pattern.compile(
                "in my (national capacity)|in my capacity as (?:the )?([^.;:]{3,140}? of (?:the )?"
                    + Pattern.quote(country.strip())
                    + ")")
            .matcher(content);
    if (!own.find()) {
      return null;
    }
    return own.group(1) == null ? own.group(2) : own.group(1);
  }

  boolean wasTranslated() {
    return language == null || !language.toLowerCase(Locale.ROOT).equals("en");
  }
}
