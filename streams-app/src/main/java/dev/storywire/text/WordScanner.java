package dev.storywire.text;

import java.lang.Character.UnicodeScript;

/**
 * Scans the words of a text. Case, the kinds of quotes and apostrophes, spaces before punctuation,
 * English clitics ({@code 's}, {@code n't}) and the commas of numbers do not affect the words. A
 * character of a script without spaces is a word.
 */
public final class WordScanner {
  private static final String[] CLITICS = {"s", "t", "re", "ve", "ll", "d", "m", "S", "T"};

  private final String text;
  private int position;
  private int start;
  private boolean isWord;
  private int mark;
  private int hash;
  private boolean hasDigit;

  /** Begins before the first word. */
  public WordScanner(String text) {
    this.text = text;
  }

  /** Advances to the next word or punctuation mark. Returns false at the end of the text. */
  public boolean advance() {
    while (position < text.length()) {
      int c = text.codePointAt(position);
      start = position;
      isWord = Character.isLetterOrDigit(c);
      if (isWord ? scanWord() : scanMark(c)) {
        return true;
      }
    }
    return false;
  }

  /** Returns true if this is a word, not a punctuation mark. */
  public boolean isWord() {
    return isWord;
  }

  /** Returns the punctuation mark; “ for two backticks, ” for two apostrophes. */
  public int mark() {
    return mark;
  }

  /** Returns the {@link WordHash} of the word in lower case. */
  public int hash() {
    return hash;
  }

  /** Returns the first letter or digit of the word. */
  public int first() {
    return text.codePointAt(start);
  }

  /** Returns true if the word has a digit. */
  public boolean hasDigit() {
    return hasDigit;
  }

  /** Returns the length of the word, in chars. */
  public int length() {
    return position - start;
  }

  /** Returns true for a character of a script without spaces, which is a word by itself. */
  public boolean isCharacter() {
    return standsAlone(first());
  }

  /** Returns false if the word is only the {@code n} of a negation. */
  private boolean scanWord() {
    position = endOfWord(text, start);
    int end = isNegated(text, position) ? position - 1 : position;
    hash = WordHash.EMPTY;
    hasDigit = false;
    for (int i = start, c; i < end; i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c != ',') {
        hash = WordHash.add(hash, Character.toLowerCase(c));
      }
      hasDigit |= Character.isDigit(c);
    }
    return end > start;
  }

  /** Returns false for an apostrophe, and skips the clitic after it. */
  private boolean scanMark(int c) {
    mark = c;
    position += Character.charCount(c);
    if (c == '`' && text.startsWith("``", start)) {
      mark = '“';
    } else if (c == '\'' || c == '’') {
      if (!text.startsWith("''", start)) {
        position += cliticLength(text, position);
        return false;
      }
      mark = '”';
      position++;
    }
    return true;
  }

  /**
   * Returns the length of a clitic after an apostrophe: "'s", "'ll", also with a space as "' s".
   */
  private static int cliticLength(String text, int from) {
    int start = from < text.length() && text.charAt(from) == ' ' ? from + 1 : from;
    for (String clitic : CLITICS) {
      int end = start + clitic.length();
      if (text.startsWith(clitic, start)
          && (end == text.length() || !Character.isLetterOrDigit(text.charAt(end)))) {
        return end - from;
      }
    }
    return 0;
  }

  private static int endOfWord(String text, int from) {
    int i = from + Character.charCount(text.codePointAt(from));
    if (standsAlone(text.codePointAt(from))) {
      return i;
    }
    while (i < text.length()) {
      int c = text.codePointAt(i);
      boolean inWord =
          Character.isLetterOrDigit(c)
              ? !standsAlone(c)
              : isInNumber(text, i, c) || Character.getType(c) == Character.NON_SPACING_MARK;
      if (!inWord) {
        break;
      }
      i += Character.charCount(c);
    }
    return i;
  }

  /** Returns true before a negation: "did n't" and "didn't" both become "did". */
  private static boolean isNegated(String text, int end) {
    return end + 1 < text.length()
        && (text.charAt(end) == '\'' || text.charAt(end) == '’')
        && (text.charAt(end + 1) == 't' || text.charAt(end + 1) == 'T')
        && Character.toLowerCase(text.charAt(end - 1)) == 'n';
  }

  /**
   * Returns true within a number: "1,250.75", "6-3/8" and "10:30" are one word each; commas are
   * dropped.
   */
  private static boolean isInNumber(String text, int i, int c) {
    return (c == '.' || c == ',' || c == '-' || c == '/' || c == ':')
        && i > 0
        && i + 1 < text.length()
        && Character.isDigit(text.charAt(i - 1))
        && Character.isDigit(text.charAt(i + 1));
  }

  private static boolean standsAlone(int c) {
    if (c < 0x0E00) {
      return false;
    }
    if (Character.isIdeographic(c)) {
      return true;
    }
    UnicodeScript script = UnicodeScript.of(c);
    return script == UnicodeScript.HIRAGANA
        || script == UnicodeScript.KATAKANA
        || script == UnicodeScript.THAI;
  }
}
