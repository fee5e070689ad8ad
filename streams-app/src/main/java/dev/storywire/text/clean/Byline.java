package dev.storywire.text.clean;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Who wrote an article, as its text says it: a line of its own, or a bracket behind the last words.
 */
final class Byline {
  private static final Pattern LINE =
      Pattern.compile(
          "(?:by|written by|story by|reported by|words by|von|par|por)[ :]+"
              + "(?<who>\\p{Lu}[^.!?;]{2,100}?)[.,]?",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  /** "(Reporting by A and B; Editing by C)", also where the page cut it short. */
  private static final Pattern SIGN_OFF =
      Pattern.compile(
          "\\s*\\((?:\\p{L}+ )?(?:reporting|writing|editing|edited|written|compiled|reported)"
              + " (?:by|and)[^()]{2,400}+\\)?\\.?$",
          Pattern.CASE_INSENSITIVE);

  private Byline() {}

  /** The names on a line that is nothing but a byline. */
  static @Nullable String ofLine(String paragraph) {
    if (paragraph.length() > 130) {
      return null;
    }
    Matcher line = LINE.matcher(paragraph);
    return line.matches() && isNames(line.group("who")) ? line.group("who") : null;
  }

  /** The paragraph without the desk's sign-off behind its last sentence. */
  static String withoutSignOff(String paragraph) {
    int open = paragraph.lastIndexOf('(');
    if (open < 0 || paragraph.length() - open > 420) {
      return paragraph;
    }
    Matcher signOff = SIGN_OFF.matcher(paragraph).region(Math.max(0, open - 1), paragraph.length());
    return signOff.lookingAt() ? paragraph.substring(0, Math.max(0, open - 1)).strip() : paragraph;
  }

  /** Names and outlets are capitalised; a sentence that begins with "By" is not, mostly. */
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
