package dev.storywire.story.learn;

import dev.storywire.story.vector.StemTable;
import dev.storywire.text.terms.Stems;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Computes the lines of a {@link StemTable} from collections of news. The share of a stem is the
 * square of the mean root over the collections, so that a stem of one collection only counts
 * little. Only stems of at least two collections and several articles are kept, with the share in
 * half powers of two, so that the table reveals nothing about an article.
 */
final class StemCounter {
  private static final int READ_CHARS = 10_000;
  private static final double MIN_SHARE = 0.0004;
  private static final int MIN_ARTICLES = 4;

  private final String language;
  private final List<String> names = new ArrayList<>();
  private final List<Map<String, Integer>> counts = new ArrayList<>();
  private final List<Integer> sizes = new ArrayList<>();

  /** Creates a counter for texts in one language. */
  StemCounter(String language) {
    this.language = language;
  }

  /** Counts a collection of texts. */
  void add(String name, List<String> texts) {
    Map<String, Integer> count = new HashMap<>();
    for (String text : texts) {
      String read = text.substring(0, Math.min(READ_CHARS, text.length()));
      Stems.distinct(read, language).forEach(stem -> count.merge(stem, 1, Integer::sum));
    }
    names.add(name);
    counts.add(count);
    sizes.add(texts.size());
  }

  boolean isEmpty() {
    return names.isEmpty();
  }

  /** Returns the counts without some of the collections. */
  StemCounter without(Collection<String> leftOut) {
    StemCounter rest = new StemCounter(language);
    for (int i = 0; i < names.size(); i++) {
      if (!leftOut.contains(names.get(i))) {
        rest.names.add(names.get(i));
        rest.counts.add(counts.get(i));
        rest.sizes.add(sizes.get(i));
      }
    }
    return rest;
  }

  /** Returns the lines of the table, most common stems first. */
  List<String> lines() {
    Map<Integer, TreeSet<String>> levels = new TreeMap<>();
    TreeSet<String> stems = new TreeSet<>();
    counts.forEach(count -> stems.addAll(count.keySet()));
    for (String stem : stems) {
      double roots = 0;
      int collections = 0;
      int articles = 0;
      for (int i = 0; i < counts.size(); i++) {
        int count = counts.get(i).getOrDefault(stem, 0);
        articles += count;
        collections += count > 0 ? 1 : 0;
        roots += Math.sqrt((double) count / sizes.get(i));
      }
      double share = Math.pow(roots / counts.size(), 2);
      if (collections > 1 && articles >= MIN_ARTICLES && share >= MIN_SHARE) {
        int level = (int) Math.round(-2 * Math.log(share) / Math.log(2));
        levels.computeIfAbsent(level, l -> new TreeSet<>()).add(stem);
      }
    }
    List<String> lines = new ArrayList<>();
    levels.forEach((level, at) -> lines.add(level + " " + String.join(" ", at)));
    return lines;
  }
}
