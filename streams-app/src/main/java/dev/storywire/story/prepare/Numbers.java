package dev.storywire.story.prepare;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Finds the numbers of a text that all languages write in the same way, except for separators. */
final class Numbers {
  /** Separators of groups of three digits. */
  private static final String SEPARATORS = ".,'’\u00a0\u202f ";

  private static final int GROUP = 3;
  private static final int MIN_DIGITS = 2;
  private static final int MAX_DIGITS = 9;

  private final String text;
  private int end;
  private boolean isGrouped;

  private Numbers(String text) {
    this.text = text;
  }

  /**
   * Returns the whole numbers of two to nine digits, without separators, each once. Years, times of
   * day, fractions and digits in a word are excluded.
   */
  static List<String> of(String text) {
    Set<String> found = new LinkedHashSet<>();
    Numbers numbers = new Numbers(text);
    for (int i = 0; i < text.length(); i++) {
      if (numbers.isDigit(i)) {
        String digits = numbers.read(i);
        if (numbers.isWhole(i) && numbers.isNumber(digits)) {
          found.add(digits);
        }
        i = numbers.end - 1;
      }
    }
    return List.copyOf(found);
  }

  /** Reads the digits from a position, with further groups of three, and sets their end. */
  private String read(int start) {
    StringBuilder digits = new StringBuilder();
    end = start;
    while (isDigit(end)) {
      digits.append(Character.digit(text.charAt(end++), 10));
    }
    isGrouped = false;
    while (digits.length() <= (isGrouped ? MAX_DIGITS : GROUP) && isGroup(end)) {
      for (int i = 1; i <= GROUP; i++) {
        digits.append(Character.digit(text.charAt(end + i), 10));
      }
      end += GROUP + 1;
      isGrouped = true;
    }
    return digits.toString();
  }

  private boolean isGroup(int at) {
    return at < text.length()
        && SEPARATORS.indexOf(text.charAt(at)) >= 0
        && isDigit(at + 1)
        && isDigit(at + 2)
        && isDigit(at + GROUP)
        && !isDigit(at + GROUP + 1);
  }

  /** Returns true if the number is not a part of a word, a time, a date or a fraction. */
  private boolean isWhole(int start) {
    char before = start == 0 ? ' ' : text.charAt(start - 1);
    char after = end < text.length() ? text.charAt(end) : ' ';
    boolean isFraction = (after == '.' || after == ',') && isDigit(end + 1);
    return !Character.isLetter(before)
        && ".,:/-".indexOf(before) < 0
        && !Character.isLetter(after)
        && after != ':'
        && after != '/'
        && !isFraction;
  }

  private boolean isNumber(String digits) {
    boolean isYear =
        !isGrouped && digits.length() == 4 && (digits.startsWith("19") || digits.startsWith("20"));
    return digits.length() >= MIN_DIGITS && digits.length() <= MAX_DIGITS && !isYear;
  }

  private boolean isDigit(int at) {
    return at < text.length() && Character.isDigit(text.charAt(at));
  }
}
