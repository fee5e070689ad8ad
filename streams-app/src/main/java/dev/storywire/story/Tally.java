package dev.storywire.story;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Counts by key, bounded: when it is full the smallest make room. Iterates in the order of its
 * keys.
 */
final class Tally {
  private final int capacity;
  private final TreeMap<String, Integer> counts;

  Tally(int capacity, Map<String, Integer> counts) {
    this.capacity = capacity;
    this.counts = new TreeMap<>(counts);
  }

  /** Adds to a key's count, or takes from it; a key that comes to nothing goes. */
  void add(String key, int count) {
    int sum = counts.merge(key, count, Integer::sum);
    if (sum <= 0) {
      counts.remove(key);
    }
    if (counts.size() > 2 * capacity) {
      List<String> kept = top(capacity);
      counts.keySet().retainAll(kept);
    }
  }

  /** Adds another tally's counts, times {@code factor}. */
  void addAll(Map<String, Integer> other, int factor) {
    other.forEach((key, count) -> add(key, factor * count));
  }

  void clear() {
    counts.clear();
  }

  int size() {
    return counts.size();
  }

  /** The keys with the highest counts, highest first. */
  List<String> top(int n) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(n)
        .map(Map.Entry::getKey)
        .toList();
  }

  Map<String, Integer> asMap() {
    return new TreeMap<>(counts);
  }
}
