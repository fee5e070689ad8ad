package dev.storywire.text;

import java.util.Locale;
import java.util.Set;

/** Rules for the ends of words in news, in addition to UAX #29. */
final class WordBoundaries {
  /** Abbreviations before a name or a number, after which a sentence does not end. */
  private static final Set<String> LEADING =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "adm",
          "sen", "rep", "gov", "pres", "rev", "hon", "st", "mt", "vs");

  /** Abbreviations that also occur at the end of a sentence. */
  private static final Set<String> TRAILING =
      Set.of(
          "jr", "sr", "inc", "corp", "co", "ltd", "bros", "etc", "jan", "feb", "aug", "sept", "oct",
          "nov", "dec", "calif", "fla", "ariz", "mass", "conn", "mich", "minn", "tenn", "wash");

  private static final int MAX_LENGTH = 5;

  private WordBoundaries() {}

  /** Returns the end of a word that begins at start and ends at end by UAX #29. */
  static int end(String text, int start, int end) {
    if (isLink(text, start, end)) {
      return linkEnd(text, end);
    }
    boolean dot = end < text.length() && text.charAt(end) == '.';
    boolean another = end + 1 < text.length() && text.charAt(end + 1) == '.';
    return dot && !another && takesDot(text, start, end) ? end + 1 : end;
  }

  /** Returns true if the dot of the token does not end a sentence: Mr., J., No. */
  static boolean isLeadingAbbreviation(String text, int start, int end) {
    return text.charAt(end - 1) == '.'
        && (isInitial(text, start, end - 1) || LEADING.contains(lower(text, start, end - 1)));
  }

  /** Returns true if the token includes a dot that may also end a sentence: U.S., Inc. */
  static boolean hasOwnDot(String text, int start, int end) {
    return end - start > 1 && text.charAt(end - 1) == '.' && text.charAt(start) != '.';
  }

  private static boolean takesDot(String text, int start, int end) {
    if (isInitial(text, start, end) || isDottedAcronym(text, start, end)) {
      return true;
    }
    if (end - start > MAX_LENGTH) {
      return false;
    }
    String word = lower(text, start, end);
    return LEADING.contains(word) || TRAILING.contains(word);
  }

  private static String lower(String text, int start, int end) {
    return text.substring(start, end).toLowerCase(Locale.ROOT);
  }

  private static boolean isInitial(String text, int start, int end) {
    return end - start == 1
        && Character.isUpperCase(text.charAt(start))
        && text.charAt(start) != 'I';
  }

  /** Returns true for letters separated by dots: U.S, p.m, D.C. */
  private static boolean isDottedAcronym(String text, int start, int end) {
    if ((end - start) % 2 == 0 || end - start < 3) {
      return false;
    }
    for (int i = start; i < end; i++) {
      boolean letter = (i - start) % 2 == 0;
      if (letter ? !Character.isLetter(text.charAt(i)) : text.charAt(i) != '.') {
        return false;
      }
    }
    return true;
  }

  private static boolean isLink(String text, int start, int end) {
    return (text.startsWith("http", start) && text.startsWith("://", end))
        || (text.startsWith("www.", start) && end - start > 4);
  }

  private static int linkEnd(String text, int from) {
    int end = from;
    while (end < text.length()
        && !isBlank(text.charAt(end))
        && "<>\"”»".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    while (end > from && ".,;:!?)]'’".indexOf(text.charAt(end - 1)) >= 0) {
      end--;
    }
    return end;
  }

  /** Returns the start of an English possessive or contraction (’s, n’t, ’re), or -1. */
  static int clitic(String text, int start, int end) {
    int length = end - start;
    if (length > 2
        && isApostrophe(text.charAt(end - 2))
        && "sSmMdD".indexOf(text.charAt(end - 1)) >= 0) {
      return end - 2;
    }
    if (length < 4 || !isApostrophe(text.charAt(end - 3))) {
      return length > 3
              && isApostrophe(text.charAt(end - 2))
              && "tT".indexOf(text.charAt(end - 1)) >= 0
          ? end - 3
          : -1;
    }
    return switch (lower(text, end - 2, end)) {
      case "re", "ve", "ll" -> end - 3;
      default -> -1;
    };
  }

  /** Returns the start of the word after an elided one (l’|Élysée, dell’|Italia), or -1. */
  static int elision(String text, int start, int end) {
    for (int i = start + 1; i < end - 1; i++) {
      if (isApostrophe(text.charAt(i))) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Returns true if the char joins its neighbours into one word: cease-fire, AT&T, a@b.org. */
  static boolean isJoint(String text, int i) {
    return switch (text.charAt(i)) {
      case '-', '‐', '‑', '@' -> true;
      case '&' ->
          Character.isUpperCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i + 1));
      default -> false;
    };
  }

  /** Returns true if a word after this char is a handle or a hashtag. */
  static boolean isTagMark(String text, int i) {
    char c = text.charAt(i);
    return (c == '@' || c == '#') && (i == 0 || isBlank(text.charAt(i - 1)));
  }

  static boolean repeats(int c) {
    return c == '.' || c == '-' || c == '*' || c == '_' || c == '=' || c == '!' || c == '?';
  }

  static boolean isBlank(int c) {
    return Character.isWhitespace(c)
        || Character.isSpaceChar(c)
        || Character.getType(c) == Character.FORMAT;
  }

  static boolean isApostrophe(char c) {
    return c == '\'' || c == '’';
  }
}
