package dev.storywire.story.distill;

import static java.util.Objects.requireNonNull;

import dev.storywire.text.terms.Stems;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The number of texts with each stem, and with each of its forms. */
final class WordCounts {
  private static final Pattern WORD = Pattern.compile("\\p{L}+");
  private static final int MIN_TEXTS = 3;
  private static final int LONGEST_STEM = 25;

  private final Map<String, Integer> texts = new HashMap<>();
  private final Map<String, Map<String, Integer>> forms = new HashMap<>();
  private final Map<String, Set<String>> stems = new HashMap<>();
  private int all;

  void add(String text) {
    Set<String> seen = new HashSet<>();
    Matcher words = WORD.matcher(text.toLowerCase(Locale.ROOT));
    while (words.find()) {
      String word = words.group();
      for (String stem : stems.computeIfAbsent(word, w -> Stems.distinct(w, "en"))) {
        if (seen.add(stem)) {
          texts.merge(stem, 1, Integer::sum);
          forms.computeIfAbsent(stem, s -> new HashMap<>()).merge(word, 1, Integer::sum);
        }
      }
    }
    all++;
  }

  /** Returns the most frequent stems, most frequent first. */
  List<String> mostFrequent(int most) {
    return texts.entrySet().stream()
        .filter(e -> e.getValue() >= MIN_TEXTS && e.getKey().length() <= LONGEST_STEM)
        .sorted(
            Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(most)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns the most frequent form of a stem. */
  String form(String stem) {
    return requireNonNull(forms.get(stem)).entrySet().stream()
        .max(
            Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
        .orElseThrow()
        .getKey();
  }

  /** Returns the inverse document frequency of a stem in nats. */
  double rarity(String stem) {
    return Math.max(0, Math.log((all + 1.0) / (requireNonNull(texts.get(stem)) + 0.5)));
  }
}
