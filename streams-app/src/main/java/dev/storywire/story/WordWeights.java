package dev.storywire.story;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** How many of a story's leads use each word, and what that says of a sentence. */
final class WordWeights {
  private static final Pattern BETWEEN_WORDS = Pattern.compile("[^\\p{L}\\p{N}]+");

  /** Shorter words are mostly grammar. */
  private static final int SHORTEST = 4;

  private WordWeights() {}

  /** For each word the number of leads that use it. */
  static Map<String, Integer> of(List<Lead> leads) {
    Map<String, Integer> counts = new HashMap<>();
    for (Lead lead : leads) {
      String text = lead.headline() + " " + String.join(" ", lead.sentences());
      words(text).forEach(word -> counts.merge(word, 1, Integer::sum));
    }
    return counts;
  }

  /** Mean weight of a text's words, 0 for none. */
  static double mean(String text, Map<String, Integer> weights) {
    Set<String> words = words(text);
    double sum = words.stream().mapToInt(w -> weights.getOrDefault(w, 0)).sum();
    return words.isEmpty() ? 0 : sum / words.size();
  }

  /** Share of the lighter text's weight that the other has as well, 0 to 1. */
  static double shared(String a, String b, Map<String, Integer> weights) {
    Set<String> both = words(a);
    Set<String> others = words(b);
    double lighter = Math.min(sum(both, weights), sum(others, weights));
    both.retainAll(others);
    return lighter == 0 ? 0 : sum(both, weights) / lighter;
  }

  private static double sum(Set<String> words, Map<String, Integer> weights) {
    return words.stream().mapToInt(w -> weights.getOrDefault(w, 0)).sum();
  }

  private static Set<String> words(String text) {
    return BETWEEN_WORDS
        .splitAsStream(text.toLowerCase(Locale.ROOT))
        .filter(word -> word.length() >= SHORTEST)
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
