package dev.storywire.text.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Finds bylines in the text of an article: a separate line, or a bracket at the end. */
final class Byline {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:" + WireForms.BYLINES + ")[ :]+(?<who>\\p{Lu}[^.!?;]{2,100}?)[.,]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "(Reporting by A and B; Editing by C)", also if truncated. */
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "\\s*\\((?:\\p{L}+ )?(?:" + WireForms.SIGN_OFFS + ")[^()]{2,400}+\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);

  private Byline() {}

  /** Returns the names on a line that consists of a byline; null for another line. */
  static @Nullable String ofLine(String paragraph) {
    if (paragraph.length() > 130) {
      return null;
    }
    Matcher line = LINE.matcher(paragraph);
    return line.matches() && isNames(line.group("who")) ? line.group("who") : null;
  }

  /** Returns the paragraph without a sign-off after its last sentence. */
  static String withoutSignOff(String paragraph) {
    int open = paragraph.lastIndexOf('(');
    if (open < 0 || paragraph.length() - open > 420) {
      return paragraph;
    }
    Matcher signOff = SIGN_OFF.matcher(paragraph).region(Math.max(0, open - 1), paragraph.length());
    return signOff.lookingAt() ? paragraph.substring(0, Math.max(0, open - 1)).strip() : paragraph;
  }

  /**
   * Returns true if all words are capitalised, as in names of persons and publishers. A sentence
   * that begins with "By" usually has other words.
   */
  private static boolean isNames(String who) {
    int words = 0;
    int capitals = 0;
    for (String word : who.split("[ ,/]+")) {
      words++;
      if (Character.isUpperCase(word.isEmpty() ? ' ' : word.charAt(0))) {
        capitals++;
      }
    }
    return words <= 14 && capitals * 3 >= words * 2;
  }
}
