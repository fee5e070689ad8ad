package dev.storywire.topology.stores;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Holds the decoded values of a store that were used last. Every write to the store has to be
 * written here too.
 *
 * @param <V> an immutable value
 */
final class LruCache<V> {
  private final Map<String, V> values;

  /** Creates a cache of at most {@code capacity} values. */
  LruCache(int capacity) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > capacity;
          }
        };
  }

  @Nullable V get(String key) {
    return values.get(key);
  }

  void put(String key, V value) {
    values.put(key, value);
  }

  void remove(String key) {
    values.remove(key);
  }
}
