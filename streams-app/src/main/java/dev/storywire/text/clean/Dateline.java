package dev.storywire.text.clean;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A first paragraph split into the place it was filed from and its text: {@code "KYIV, March 3 (AP)
 * — Talks began"} is {@code "KYIV"} and {@code "Talks began"}.
 *
 * @param place null where there is none, or where only an agency stood there
 */
record Dateline(@Nullable String place, String text) {
  /** No dateline is longer; what comes later in a sentence is text. */
  private static final int LONGEST = 90;

  private static final String WORD = "[\\p{Lu}\\p{Lo}][\\p{L}\\p{M}.'’-]*+";
  private static final String PLACE =
      WORD + "(?: (?:" + WORD + "|of|de|del|la|al|am|and|und|et)){0,4}";
  private static final String DATE = "(?:\\p{L}{3,10}\\.? \\d{1,2}|\\d{1,2}\\.? \\p{L}{3,10}\\.?)";
  private static final String AGENCY = "\\( ?[^()]{2,40} ?\\)";
  private static final String DASH = "[-–—]{1,3}";

  /**
   * Who signs without a dash; any other bracket there, "(EPA)" or "(2016)", belongs to the text.
   */
  private static final Set<String> AGENCIES =
      Set.of(
          "AP",
          "AFP",
          "ANSA",
          "APA",
          "BBC",
          "BLOOMBERG",
          "CBS",
          "CNBC",
          "CNN",
          "DPA",
          "EFE",
          "KYODO",
          "NPR",
          "PA",
          "PTI",
          "REUTERS",
          "TASS",
          "UPI",
          "XINHUA",
          "YONHAP");

  private static final Pattern FORM =
      Pattern.compile(
          "(?<place>%1$s(?:, %1$s)?(?:/%1$s)?)?(?:,? %2$s)?(?:,? ?(?<agency>%3$s)(?<signed> ?%4$s)?| (?<dash>%4$s)) "
              .formatted(PLACE, DATE, AGENCY, DASH));

  /** Splits; a paragraph without a dateline is all text. */
  static Dateline split(String paragraph) {
    Matcher form = FORM.matcher(paragraph).region(0, Math.min(LONGEST, paragraph.length()));
    if (!form.lookingAt() || !isDateline(form, paragraph)) {
      return new Dateline(null, paragraph);
    }
    String place = form.group("place");
    return new Dateline(place == null ? null : trim(place), paragraph.substring(form.end()));
  }

  /** A place needs an agency or a spaced dash after it, and a new sentence behind that. */
  private static boolean isDateline(Matcher form, String paragraph) {
    String agency = form.group("agency");
    boolean marked =
        agency == null
            ? form.group("place") != null
            : form.group("signed") != null || AGENCIES.contains(name(agency));
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
