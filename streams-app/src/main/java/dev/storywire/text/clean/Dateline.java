package dev.storywire.text.clean;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A first paragraph, split into its dateline and its text: {@code "KYIV, March 3 (AP) — Talks
 * began"} becomes {@code "KYIV"} and {@code "Talks began"}.
 *
 * @param place the place; null if there is no dateline, or if it names only an agency
 */
record Dateline(@Nullable String place, String text) {
  /** Maximum length of a dateline. */
  private static final int MAX_LENGTH = 90;

  private static final String WORD = "(?:['’]s-)?[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*+";
  private static final String PLACE =
      WORD + "(?: (?:" + WORD + "|" + WireForms.PLACE_WORDS + ")){0,4}";

  /** "March 3", "12. März", "1er mars 2026" or "12/03". */
  private static final String DATE =
      "(?:\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2}(?:\\.|er)? \\p{L}{3,10}\\.?(?: \\d{4})?"
          + "|\\d{1,2}/\\d{1,2})";

  private static final String COUNTRY = "(?: \\(\\p{Lu}[^()]{2,30}\\))?";
  private static final String AGENCY = "\\( ?[^()]{2,40} ?\\)";
  private static final String DASH = "[-–—]{1,3}";

  private static final Pattern FORM =
      Pattern.compile(
          "(?<place>%1$s(?:, %1$s)?(?:/%1$s){0,2})?(?:%5$s,? %2$s)?(?:,? ?(?<agency>%3$s)(?:(?<signed>\\.? ?%4$s)|\\.)?| (?<dash>%4$s)) "
              .formatted(PLACE, DATE, AGENCY, DASH, COUNTRY));

  /** Splits a paragraph. Without a dateline, all of it is text. */
  static Dateline split(String paragraph) {
    Matcher form = FORM.matcher(paragraph).region(0, Math.min(MAX_LENGTH, paragraph.length()));
    if (!form.lookingAt() || !isDateline(form, paragraph)) {
      return new Dateline(null, paragraph);
    }
    String place = form.group("place");
    return new Dateline(place == null ? null : trim(place), paragraph.substring(form.end()));
  }

  /**
   * Returns true if the place is followed by an agency or a spaced dash, and then by a new
   * sentence.
   */
  private static boolean isDateline(Matcher form, String paragraph) {
    String agency = form.group("agency");
    boolean marked =
        agency == null
            ? form.group("place") != null
            : form.group("signed") != null || WireForms.AGENCIES.contains(name(agency));
    return marked && form.end() < paragraph.length() && opensSentence(paragraph.charAt(form.end()));
  }

  private static String name(String parenthesis) {
    return parenthesis.substring(1, parenthesis.length() - 1).trim().toUpperCase(Locale.ROOT);
  }

  private static boolean opensSentence(char c) {
    return !Character.isLowerCase(c) && c != '-' && c != '–' && c != '—';
  }

  private static String trim(String place) {
    return place.endsWith(",") ? place.substring(0, place.length() - 1) : place;
  }
}
