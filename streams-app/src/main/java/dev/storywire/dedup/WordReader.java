package dev.storywire.dedup;

import dev.storywire.text.WordHash;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.lang.Character.UnicodeScript;
import java.util.Arrays;

/**
 * Extracts the words of paragraphs. Case, punctuation, the kinds of quotes and apostrophes, and
 * spaces before punctuation do not affect the words.
 */
final class WordReader {
  /** Small numbers, which are spelled out in news. */
  private static final IntSet SPELLED_NUMBERS =
      hashes(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private final int most;
  private int[] words = new int[128];
  private int count;

  private boolean quoted;
  private boolean sentenceStart;

  /** Index of the previous word if it began its sentence with a capital, else -1. */
  private int opening;

  /**
   * @param most maximum number of words; the rest is ignored
   */
  WordReader(int most) {
    this.most = most;
  }

  int[] words() {
    return Arrays.copyOf(words, count);
  }

  boolean isFull() {
    return count == most;
  }

  /** Reads a paragraph. A quotation ends with its paragraph. */
  void read(String text) {
    quoted = false;
    sentenceStart = true;
    opening = -1;
    int i = 0;
    while (i < text.length() && count < most) {
      int c = text.codePointAt(i);
      if (Character.isLetterOrDigit(c)) {
        i = readWord(text, i);
      } else {
        i = readMark(text, i, c);
      }
    }
  }

  private int readMark(String text, int at, int c) {
    switch (c) {
      case '“', '„', '«', '「' -> quoted = true;
      case '”', '»', '」' -> quoted = false;
      case '"' -> quoted = !quoted;
      case '.', '!', '?', ':', '。' -> sentenceStart = true;
      case '`' -> quoted |= text.startsWith("``", at);
      case '\'', '’' -> {
        if (text.startsWith("''", at)) {
          quoted = false;
          return at + 2;
        }
        return at + 1 + cliticLength(text, at + 1);
      }
      default -> {}
    }
    return at + Character.charCount(c);
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

  private static final String[] CLITICS = {"s", "t", "re", "ve", "ll", "d", "m", "S", "T"};

  private int readWord(String text, int from) {
    int end = endOfWord(text, from);
    int letters = isNegated(text, end) ? end - 1 : end;
    int state = WordHash.EMPTY;
    int kind = quoted ? Word.QUOTED : 0;
    for (int i = from, c; i < letters; i += Character.charCount(c)) {
      c = text.codePointAt(i);
      if (c != ',') {
        state = WordHash.add(state, Character.toLowerCase(c));
      }
      kind |= Character.isDigit(c) ? Word.NUMBER : 0;
    }
    if (letters > from) {
      int word = Word.of(state);
      kind |= SPELLED_NUMBERS.contains(word) ? Word.NUMBER : 0;
      add(word | (isName(text.codePointAt(from)) ? kind | Word.NAME : kind));
    }
    return end;
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
   * Returns true for a capitalised word within a sentence. If the previous word began the sentence
   * with a capital, it becomes a name too.
   */
  private boolean isName(int firstLetter) {
    boolean capital = Character.isUpperCase(firstLetter);
    boolean name = capital && !sentenceStart;
    if (name && opening >= 0) {
      words[opening] |= Word.NAME;
    }
    opening = capital && sentenceStart ? count : -1;
    sentenceStart = false;
    return name;
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

  /** Returns true for characters of scripts without spaces, which are words by themselves. */
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

  private static IntSet hashes(String... words) {
    var hashes = new IntOpenHashSet();
    for (String word : words) {
      hashes.add(Word.of(WordHash.ofLower(word)));
    }
    return hashes;
  }

  private void add(int word) {
    if (count == words.length) {
      words = Arrays.copyOf(words, Math.min(most, 2 * count));
    }
    words[count++] = word;
  }
}
