package dev.storywire.text;

import java.util.Locale;
import java.util.Set;

/** Where a newsroom's words end, beyond Unicode's rules. */
final class Words {
  /** Written with a dot, before a name or a number; a sentence does not end here. */
  private static final Set<String> LEADING =
      Set.of(
          "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cmdr", "sgt", "adm",
          "sen", "rep", "gov", "pres", "rev", "hon", "st", "mt", "vs");

  /** Written with a dot, also at the end of a sentence. */
  private static final Set<String> TRAILING =
      Set.of(
          "jr", "sr", "inc", "corp", "co", "ltd", "bros", "etc", "jan", "feb", "aug", "sept", "oct",
          "nov", "dec", "calif", "fla", "ariz", "mass", "conn", "mich", "minn", "tenn", "wash");

  private static final int LONGEST = 5;

  private Words() {}

  /** The end of a word that begins at start and, by Unicode, ends at end. */
  static int end(String text, int start, int end) {
    if (isLink(text, start, end)) {
      return linkEnd(text, end);
    }
    boolean dot = end < text.length() && text.charAt(end) == '.';
    boolean another = end + 1 < text.length() && text.charAt(end + 1) == '.';
    return dot && !another && takesDot(text, start, end) ? end + 1 : end;
  }

  /** Whether the token is one after which a dot says nothing of the sentence: Mr., J., No. */
  static boolean leads(String text, int start, int end) {
    return text.charAt(end - 1) == '.'
        && (isInitial(text, start, end - 1) || LEADING.contains(lower(text, start, end - 1)));
  }

  /** Whether the token has a dot of its own that may also end the sentence: U.S., Inc. */
  static boolean hasOwnDot(String text, int start, int end) {
    return end - start > 1 && text.charAt(end - 1) == '.' && text.charAt(start) != '.';
  }

  private static boolean takesDot(String text, int start, int end) {
    if (isInitial(text, start, end) || isDottedAcronym(text, start, end)) {
      return true;
    }
    if (end - start > LONGEST) {
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

  /** U.S, p.m, D.C: letters parted by dots. */
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

  /** Where the English possessive or contraction begins (’s, n’t, ’re), or -1. */
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

  /** Where the word after an elided one begins (l’|Élysée, dell’|Italia), or -1. */
  static int elision(String text, int start, int end) {
    for (int i = start + 1; i < end - 1; i++) {
      if (isApostrophe(text.charAt(i))) {
        return i + 1;
      }
    }
    return -1;
  }

  /** Whether the char joins what stands right before and after it: cease-fire, AT&T, a@b.org. */
  static boolean isJoint(String text, int i) {
    return switch (text.charAt(i)) {
      case '-', '‐', '‑', '@' -> true;
      case '&' ->
          Character.isUpperCase(text.charAt(i - 1)) && Character.isUpperCase(text.charAt(i + 1));
      default -> false;
    };
  }

  /** Whether a word after this char is a handle or a hashtag. */
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
