package dev.storywire.dedup;

import dev.storywire.text.WordHash;
import dev.storywire.text.WordScanner;
import it.unimi.dsi.fastutil.ints.IntOpenHashSet;
import it.unimi.dsi.fastutil.ints.IntSet;
import java.util.Arrays;
import java.util.function.IntPredicate;

/** Reads the words of paragraphs with their kinds: numbers, names and quoted words. */
final class WordReader {
  /** Small numbers, which are spelled out in news. */
  private static final IntSet SPELLED_NUMBERS =
      hashes(
          "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
          "twelve");

  private final int most;
  private final IntPredicate commonWords;
  private int[] words = new int[128];
  private int count;

  private boolean quoted;
  private boolean sentenceStart;

  /** Index of the previous word if it began its sentence with a capital, else -1. */
  private int opening;

  /**
   * @param most maximum number of words; the rest is ignored
   * @param commonWords see {@link Fingerprinter#of}
   */
  WordReader(int most, IntPredicate commonWords) {
    this.most = most;
    this.commonWords = commonWords;
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
    WordScanner scanner = new WordScanner(text);
    while (count < most && scanner.advance()) {
      if (scanner.isWord()) {
        readWord(scanner);
      } else {
        readMark(scanner.mark());
      }
    }
  }

  private void readMark(int mark) {
    switch (mark) {
      case '“', '„', '«', '「' -> quoted = true;
      case '”', '»', '」' -> quoted = false;
      case '"' -> quoted = !quoted;
      case '.', '!', '?', ':', '。' -> sentenceStart = true;
      default -> {}
    }
  }

  private void readWord(WordScanner scanner) {
    int word = Word.of(scanner.hash());
    boolean isNumber = scanner.hasDigit() || SPELLED_NUMBERS.contains(word);
    int kind = (quoted ? Word.QUOTED : 0) | (isNumber ? Word.NUMBER : 0);
    add(word | (isName(scanner) ? kind | Word.NAME : kind));
  }

  /**
   * Returns true for a capitalised word within a sentence. If the previous word began the sentence
   * with a capital, it becomes a name too. Common words are not names.
   */
  private boolean isName(WordScanner scanner) {
    boolean capital = Character.isUpperCase(scanner.first()) && !commonWords.test(scanner.hash());
    boolean name = capital && !sentenceStart;
    if (name && opening >= 0) {
      words[opening] |= Word.NAME;
    }
    opening = capital && sentenceStart ? count : -1;
    sentenceStart = false;
    return name;
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
