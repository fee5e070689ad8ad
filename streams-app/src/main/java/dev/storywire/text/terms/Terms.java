package dev.storywire.text.terms;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import dev.storywire.text.clean.CleanArticle;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * The words and word pairs of an article, with their numbers of occurrences in the headline, the
 * lede and the rest of the body.
 *
 * <p>Words are stemmed and lower-cased; a pair is two adjacent words of a sentence. Each is
 * represented by a 32-bit hash of its stems, so that comparisons need no strings. A word also keeps
 * its first lower-cased form, for display. At most {@value #MAX_WORDS} words and {@value
 * #MAX_PAIRS} pairs are kept: first those in the headline, then the most frequent, then the
 * earliest.
 *
 * <p>Serialised to JSON as one binary field.
 */
public final class Terms {
  /** Maximum number of words. */
  public static final int MAX_WORDS = 160;

  /** Maximum number of word pairs. */
  public static final int MAX_PAIRS = 120;

  private static final byte LAYOUT = 1;

  private final int[] words;
  private final byte[] wordCounts;
  private final String[] forms;
  private final int[] pairs;
  private final byte[] pairCounts;
  private final int length;

  /** Takes ownership of the arrays, which are created by {@link TermCounter}. */
  Terms(
      int[] words, byte[] wordCounts, String[] forms, int[] pairs, byte[] pairCounts, int length) {
    this.words = words;
    this.wordCounts = wordCounts;
    this.forms = forms;
    this.pairs = pairs;
    this.pairCounts = pairCounts;
    this.length = length;
  }

  /**
   * Counts the terms of a cleaned article.
   *
   * @param language ISO 639-1 code, for word boundaries, stop words and stems
   */
  public static Terms of(CleanArticle article, String language) {
    return TermCounter.count(article, language);
  }

  /** Returns the number of distinct words. */
  public int wordCount() {
    return words.length;
  }

  /** Returns the hash of word i. */
  public int word(int i) {
    return words[i];
  }

  /** Returns the first form of word i, lower-cased. */
  public String form(int i) {
    return forms[i];
  }

  /** Returns true if word i begins with a digit. */
  public boolean isFigure(int i) {
    return !forms[i].isEmpty() && Character.isDigit(forms[i].charAt(0));
  }

  /** Returns the number of occurrences of word i in the headline, 0 to 3. */
  public int wordInHeadline(int i) {
    return FieldCounts.headline(wordCounts[i]);
  }

  /** Returns the number of occurrences of word i in the lede, 0 to 3. */
  public int wordInLede(int i) {
    return FieldCounts.lede(wordCounts[i]);
  }

  /** Returns the number of occurrences of word i in the rest of the body, 0 to 15. */
  public int wordInBody(int i) {
    return FieldCounts.body(wordCounts[i]);
  }

  /** Returns the number of distinct word pairs. */
  public int pairCount() {
    return pairs.length;
  }

  /** Returns the hash of pair i. */
  public int pair(int i) {
    return pairs[i];
  }

  /** Returns the number of occurrences of pair i in the headline, 0 to 3. */
  public int pairInHeadline(int i) {
    return FieldCounts.headline(pairCounts[i]);
  }

  /** Returns the number of occurrences of pair i in the lede, 0 to 3. */
  public int pairInLede(int i) {
    return FieldCounts.lede(pairCounts[i]);
  }

  /** Returns the number of occurrences of pair i in the rest of the body, 0 to 15. */
  public int pairInBody(int i) {
    return FieldCounts.body(pairCounts[i]);
  }

  /**
   * Returns the number of words of the article without stop words, including repetitions and words
   * that were not kept.
   */
  public int length() {
    return length;
  }

  /** Encodes the terms as bytes, beginning with a layout version. */
  @JsonValue
  public byte[] toBytes() {
    byte[] text = String.join("\n", forms).getBytes(StandardCharsets.UTF_8);
    ByteBuffer out =
        ByteBuffer.allocate(1 + 4 + 2 + 5 * words.length + 2 + 5 * pairs.length + text.length);
    out.put(LAYOUT).putInt(length);
    put(out, words, wordCounts);
    put(out, pairs, pairCounts);
    return out.put(text).array();
  }

  /**
   * Decodes the result of {@link #toBytes}.
   *
   * @throws IllegalArgumentException if the layout version is not supported
   */
  @JsonCreator
  public static Terms fromBytes(byte[] bytes) {
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte layout = in.get();
    if (layout != LAYOUT) {
      throw new IllegalArgumentException(
          "Terms have layout " + layout + "; this release reads layout " + LAYOUT);
    }
    int length = in.getInt();
    int[] words = new int[in.getShort()];
    byte[] wordCounts = get(in, words);
    int[] pairs = new int[in.getShort()];
    byte[] pairCounts = get(in, pairs);
    String text = StandardCharsets.UTF_8.decode(in).toString();
    String[] forms = words.length == 0 ? new String[0] : text.split("\n", -1);
    return new Terms(words, wordCounts, forms, pairs, pairCounts, length);
  }

  private static void put(ByteBuffer out, int[] terms, byte[] counts) {
    out.putShort((short) terms.length);
    for (int term : terms) {
      out.putInt(term);
    }
    out.put(counts);
  }

  private static byte[] get(ByteBuffer in, int[] terms) {
    for (int i = 0; i < terms.length; i++) {
      terms[i] = in.getInt();
    }
    byte[] counts = new byte[terms.length];
    in.get(counts);
    return counts;
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Terms terms && Arrays.equals(toBytes(), terms.toBytes());
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(words);
  }

  @Override
  public String toString() {
    return "Terms" + Arrays.toString(forms);
  }
}
