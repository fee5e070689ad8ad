package dev.storywire.story.summary;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.text.Letters;
import it.unimi.dsi.fastutil.longs.Long2IntOpenHashMap;
import it.unimi.dsi.fastutil.longs.LongOpenHashSet;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Weights of words: the number of a story's leads that use each. Each text is split into words
 * once; the words are kept as 64-bit hashes.
 */
final class WordWeights {
  /** Shorter words are mostly function words. */
  private static final int SHORTEST = 4;

  /** Share of the words of a text that are most of them. */
  private static final double MOST = 0.6;

  private final Map<String, long[]> read = new HashMap<>();
  private final Long2IntOpenHashMap weights = new Long2IntOpenHashMap();

  WordWeights(List<Lead> leads) {
    for (Lead lead : leads) {
      LongOpenHashSet used = new LongOpenHashSet(words(lead.headline()));
      for (String sentence : lead.sentences()) {
        for (long word : words(sentence)) {
          used.add(word);
        }
      }
      used.forEach(word -> weights.addTo(word, 1));
    }
  }

  /** Returns the mean weight of a text's words, 0 for none. */
  double mean(String text) {
    long[] words = words(text);
    return words.length == 0 ? 0 : (double) sum(words) / words.length;
  }

  /** Returns the number of a text's words that more than one lead uses. */
  int sharedWords(String text) {
    int shared = 0;
    for (long word : words(text)) {
      shared += weights.get(word) > 1 ? 1 : 0;
    }
    return shared;
  }

  /** Returns true if a text has most words of another, which then adds little to it. */
  boolean has(String text, String other) {
    long[] words = words(text);
    long[] others = words(other);
    int both = 0;
    for (long word : others) {
      both += Arrays.binarySearch(words, word) >= 0 ? 1 : 0;
    }
    return both > MOST * others.length;
  }

  /** Returns the share of the lighter text's weight that the other has as well, 0 to 1. */
  double shared(String a, String b) {
    long[] words = words(a);
    long[] others = words(b);
    int lighter = Math.min(sum(words), sum(others));
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < others.length) {
      int order = Long.compare(words[i], others[j]);
      both += order == 0 ? weights.get(words[i]) : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return lighter == 0 ? 0 : (double) both / lighter;
  }

  private int sum(long[] words) {
    int sum = 0;
    for (long word : words) {
      sum += weights.get(word);
    }
    return sum;
  }

  private long[] words(String text) {
    return read.computeIfAbsent(text, WordWeights::read);
  }

  /** Returns the distinct words of a text, ascending. */
  private static long[] read(String text) {
    String lower = text.toLowerCase(Locale.ROOT);
    LongOpenHashSet words = new LongOpenHashSet();
    int start = 0;
    for (int i = 0; i <= lower.length(); ) {
      int c = i < lower.length() ? lower.codePointAt(i) : ' ';
      int next = i + Character.charCount(c);
      if (!Letters.isLetterOrNumber(c)) {
        if (i - start >= SHORTEST) {
          words.add(Hashing.wyhashFinal4().hashCharsToLong(lower.substring(start, i)));
        }
        start = next;
      }
      i = next;
    }
    long[] sorted = words.toLongArray();
    Arrays.sort(sorted);
    return sorted;
  }
}
