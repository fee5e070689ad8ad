package dev.storywire.story.state;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Counts by key, in the order of the keys. If there are too many, the smallest are dropped. */
public final class Tally {
  private final int capacity;
  private final TreeMap<String, Integer> counts;

  /** Creates a tally of up to {@code 2 * capacity} keys. */
  public Tally(int capacity, Map<String, Integer> counts) {
    this.capacity = capacity;
    this.counts = new TreeMap<>(counts);
  }

  /** Adds to the count of a key, which is removed when its count is not above zero. */
  public void add(String key, int count) {
    int sum = counts.merge(key, count, Integer::sum);
    if (sum <= 0) {
      counts.remove(key);
    }
    if (counts.size() > 2 * capacity) {
      List<String> kept = top(capacity);
      counts.keySet().retainAll(kept);
    }
  }

  /** Adds the counts of another tally, each multiplied by {@code factor}. */
  public void addAll(Map<String, Integer> other, int factor) {
    other.forEach((key, count) -> add(key, factor * count));
  }

  /** Removes all keys. */
  public void clear() {
    counts.clear();
  }

  /** Returns the number of keys. */
  public int size() {
    return counts.size();
  }

  /** Returns the keys with the highest counts, highest first. */
  public List<String> top(int n) {
    return counts.entrySet().stream()
        .sorted(
            Comparator.comparing((Map.Entry<String, Integer> e) -> -e.getValue())
                .thenComparing(Map.Entry::getKey))
        .limit(n)
        .map(Map.Entry::getKey)
        .toList();
  }

  /** Returns a copy of the counts. */
  public Map<String, Integer> asMap() {
    return new TreeMap<>(counts);
  }
}
