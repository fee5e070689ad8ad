package dev.storywire.topology.stores;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.kafka.streams.KeyValue;
import org.apache.kafka.streams.state.KeyValueIterator;
import org.apache.kafka.streams.state.KeyValueStore;
import org.jspecify.annotations.Nullable;

/**
 * A state store whose writes are buffered until {@link #commit}. Reads see the pending writes, and
 * each key is read from the store at most once between two commits.
 */
final class BufferedStore<K, V> {
  private final KeyValueStore<K, V> store;
  private final Comparator<K> order;
  private final Map<K, @Nullable V> read = new HashMap<>();
  private final Map<K, @Nullable V> written = new LinkedHashMap<>();

  /**
   * Creates a buffer without writes.
   *
   * @param order of the keys, as the store iterates them
   */
  BufferedStore(KeyValueStore<K, V> store, Comparator<K> order) {
    this.store = store;
    this.order = order;
  }

  @Nullable V get(K key) {
    if (written.containsKey(key)) {
      return written.get(key);
    }
    if (!read.containsKey(key)) {
      read.put(key, store.get(key));
    }
    return read.get(key);
  }

  void put(K key, V value) {
    written.put(key, value);
  }

  void delete(K key) {
    written.put(key, null);
  }

  /** Returns true if a value for the key has been put and not yet written to the store. */
  boolean isPending(K key) {
    return written.get(key) != null;
  }

  /** Returns up to {@code limit} entries from one key to another, both included, in order. */
  List<KeyValue<K, V>> range(K from, K to, int limit) {
    List<K> pending = new ArrayList<>();
    for (K key : written.keySet()) {
      if (order.compare(from, key) <= 0 && order.compare(key, to) <= 0) {
        pending.add(key);
      }
    }
    pending.sort(order);
    List<KeyValue<K, V>> found = new ArrayList<>();
    int next = 0;
    try (KeyValueIterator<K, V> stored = store.range(from, to)) {
      while (found.size() < limit && stored.hasNext()) {
        KeyValue<K, V> entry = stored.next();
        while (next < pending.size() && order.compare(pending.get(next), entry.key) < 0) {
          addPending(pending.get(next++), found);
        }
        if (next < pending.size() && order.compare(pending.get(next), entry.key) == 0) {
          addPending(pending.get(next++), found);
        } else {
          found.add(entry);
        }
      }
    }
    while (found.size() < limit && next < pending.size()) {
      addPending(pending.get(next++), found);
    }
    return found.size() > limit ? found.subList(0, limit) : found;
  }

  private void addPending(K key, List<KeyValue<K, V>> found) {
    V value = written.get(key);
    if (value != null) {
      found.add(KeyValue.pair(key, value));
    }
  }

  /** Writes the pending changes to the store, in the order in which the keys were first written. */
  void commit() {
    written.forEach(
        (key, value) -> {
          if (value == null) {
            store.delete(key);
          } else {
            store.put(key, value);
          }
        });
    discard();
  }

  /** Drops the pending changes. */
  void discard() {
    written.clear();
    read.clear();
  }
}
