package dev.storywire.dedup;

import java.util.Arrays;

/**
 * Maps keys to slots: a hash table with chaining in primitive arrays, newest slot first. A slot has
 * up to {@link Bands#COUNT} keys of 12 bytes each.
 */
final class BandTable {
  private static final int NONE = -1;

  /** Entry s * COUNT + k is the k-th key of slot s. */
  private int[] keys;

  private int[] older;
  private int[] newer;
  private int[] newest;
  private byte[] keyCounts;

  /**
   * @param slots initial capacity; grows when needed
   */
  BandTable(int slots) {
    keys = new int[slots * Bands.COUNT];
    older = new int[keys.length];
    newer = new int[keys.length];
    keyCounts = new byte[slots];
    newest = heads(slots);
  }

  /** Adds a slot that is newer than all others. */
  void add(int slot, int[] bands) {
    if (slot >= keyCounts.length) {
      grow(2 * keyCounts.length);
    }
    keyCounts[slot] = (byte) bands.length;
    for (int k = 0; k < bands.length; k++) {
      keys[slot * Bands.COUNT + k] = bands[k];
      link(slot * Bands.COUNT + k);
    }
  }

  /** Removes a slot. */
  void remove(int slot) {
    int first = slot * Bands.COUNT;
    for (int entry = first; entry < first + keyCounts[slot]; entry++) {
      if (newer[entry] == NONE) {
        newest[head(keys[entry])] = older[entry];
      } else {
        older[newer[entry]] = older[entry];
      }
      if (older[entry] != NONE) {
        newer[older[entry]] = newer[entry];
      }
    }
    keyCounts[slot] = 0;
  }

  /**
   * Writes the newest slots that have a key to an array.
   *
   * @param most maximum number of slots
   * @return number of slots written, starting at index {@code at}
   */
  int slots(int key, int[] into, int at, int most) {
    int found = 0;
    for (int entry = newest[head(key)]; entry != NONE && found < most; entry = older[entry]) {
      if (keys[entry] == key) {
        into[at + found++] = entry / Bands.COUNT;
      }
    }
    return found;
  }

  private void link(int entry) {
    int head = head(keys[entry]);
    older[entry] = newest[head];
    newer[entry] = NONE;
    if (newest[head] != NONE) {
      newer[newest[head]] = entry;
    }
    newest[head] = entry;
  }

  private void grow(int slots) {
    keys = Arrays.copyOf(keys, slots * Bands.COUNT);
    older = Arrays.copyOf(older, keys.length);
    newer = Arrays.copyOf(newer, keys.length);
    keyCounts = Arrays.copyOf(keyCounts, slots);
    int[] before = newest;
    newest = heads(slots);
    for (int entry : before) {
      relink(entry);
    }
  }

  /** Links a chain again, starting with its oldest entry to preserve the order. */
  private void relink(int newestEntry) {
    int entry = newestEntry;
    while (entry != NONE && older[entry] != NONE) {
      entry = older[entry];
    }
    while (entry != NONE) {
      int next = newer[entry];
      link(entry);
      entry = next;
    }
  }

  private static int[] heads(int slots) {
    int[] heads = new int[Integer.highestOneBit(Math.max(16, slots * Bands.COUNT))];
    Arrays.fill(heads, NONE);
    return heads;
  }

  private int head(int key) {
    int h = key * 0x9E3779B1;
    return (h ^ h >>> 15) & (newest.length - 1);
  }
}
