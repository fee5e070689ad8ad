package dev.storywire.story.summary;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Weights of words: the number of a story's leads that use each. */
final class WordWeights {
  /** Share of the words of a text that counts as most of them. */
  private static final double MAX_WORDS = 0.6;

  private final Map<String, int[]> read = new HashMap<>();
  private final Int2IntOpenHashMap weights = new Int2IntOpenHashMap();

  WordWeights(List<Lead> leads) {
    for (Lead lead : leads) {
      read.putAll(lead.words().byText());
      for (int word : lead.words().all()) {
        weights.addTo(word, 1);
      }
    }
  }

  /** Returns the mean weight of a text's words, 0 for none. */
  double mean(String text) {
    int[] words = words(text);
    return words.length == 0 ? 0 : (double) sum(words) / words.length;
  }

  /** Returns the number of a text's words that more than one lead uses. */
  int sharedWords(String text) {
    int shared = 0;
    for (int word : words(text)) {
      shared += weights.get(word) > 1 ? 1 : 0;
    }
    return shared;
  }

  /** Returns true if a text has most words of another, which then adds little to it. */
  boolean hasMostOf(String text, String other) {
    int[] words = words(text);
    int[] others = words(other);
    int both = 0;
    for (int word : others) {
      both += Arrays.binarySearch(words, word) >= 0 ? 1 : 0;
    }
    return both > MAX_WORDS * others.length;
  }

  /** Returns the share of the weight of the lighter text that both texts have in common, 0 to 1. */
  double shared(String a, String b) {
    int[] words = words(a);
    int[] others = words(b);
    int lighter = Math.min(sum(words), sum(others));
    int both = 0;
    int i = 0;
    int j = 0;
    while (i < words.length && j < others.length) {
      int order = Integer.compare(words[i], others[j]);
      both += order == 0 ? weights.get(words[i]) : 0;
      i += order <= 0 ? 1 : 0;
      j += order >= 0 ? 1 : 0;
    }
    return lighter == 0 ? 0 : (double) both / lighter;
  }

  private int sum(int[] words) {
    int sum = 0;
    for (int word : words) {
      sum += weights.get(word);
    }
    return sum;
  }

  private int[] words(String text) {
    return read.computeIfAbsent(text, LeadWords::of);
  }
}
