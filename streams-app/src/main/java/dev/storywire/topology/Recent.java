package dev.storywire.topology;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The decoded values of a store that were used last, by key: what is asked for with every article
 * is neither read nor decoded each time. Whoever writes the store tells this as well.
 *
 * @param <V> an immutable value
 */
final class Recent<V> {
  private final Map<String, V> values;

  /** At most so many values. */
  Recent(int most) {
    this.values =
        new LinkedHashMap<>(16, 0.75f, true) {
          @Override
          protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
            return size() > most;
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
