package dev.storywire.dedup;

import it.unimi.dsi.fastutil.longs.LongArrays;
import java.util.Arrays;
import java.util.BitSet;

/**
 * Computes the disjoint runs of words that two texts have in common, longest first, by Greedy
 * String Tiling (Wise 1993). The method was used to measure the reuse of agency text in newspapers
 * (Clough et al., "METER: measuring text reuse", 2002).
 */
final class Tiling {
  /** Minimum length of a run. Any two texts have shorter ones in common. */
  static final int SHORTEST = 3;

  /** Maximum number of positions tried for a frequent run. */
  private static final int MAX_POSITIONS = 8;

  private final int[] a;
  private final int[] b;
  private final BitSet inA;
  private final BitSet inB;

  /** Start of tile t in a and b, and its length. */
  private int[] startA = new int[16];

  private int[] startB = new int[16];
  private int[] lengths = new int[16];
  private int count;

  private Tiling(int[] a, int[] b) {
    this.a = a;
    this.b = b;
    this.inA = new BitSet(a.length);
    this.inB = new BitSet(b.length);
  }

  /** Finds the common runs of a and b, whose words are encoded by {@link Word}. */
  static Tiling of(int[] a, int[] b) {
    var tiling = new Tiling(a, b);
    if (a.length >= SHORTEST && b.length >= SHORTEST) {
      tiling.place(tiling.runs());
    }
    return tiling;
  }

  int count() {
    return count;
  }

  int startA(int tile) {
    return startA[tile];
  }

  int startB(int tile) {
    return startB[tile];
  }

  int length(int tile) {
    return lengths[tile];
  }

  int endA(int tile) {
    return startA[tile] + lengths[tile];
  }

  int endB(int tile) {
    return startB[tile] + lengths[tile];
  }

  /** Returns true if word i of a is within a common run. */
  boolean isInA(int i) {
    return inA.get(i);
  }

  /** Returns true if word i of b is within a common run. */
  boolean isInB(int i) {
    return inB.get(i);
  }

  /** Returns the tiles in the order of a. */
  int[] inOrderOfA() {
    long[] keys = new long[count];
    for (int t = 0; t < count; t++) {
      keys[t] = (long) startA[t] << 32 | t;
    }
    LongArrays.quickSort(keys);
    return Arrays.stream(keys).mapToInt(key -> (int) key).toArray();
  }

  /** Returns all maximal runs, as keys that sort by length, longest first, then by position. */
  private long[] runs() {
    int size = Integer.highestOneBit(Math.max(16, b.length)) * 4;
    int[] heads = new int[size];
    int[] next = new int[b.length];
    Arrays.fill(heads, -1);
    for (int j = b.length - SHORTEST; j >= 0; j--) {
      int slot = slot(b, j, size);
      next[j] = heads[slot];
      heads[slot] = j;
    }
    long[] runs = new long[64];
    int found = 0;
    for (int i = 0; i + SHORTEST <= a.length; i++) {
      int places = 0;
      for (int j = heads[slot(a, i, size)]; j >= 0 && places < MAX_POSITIONS; j = next[j]) {
        if (i > 0 && j > 0 && same(i - 1, j - 1)) {
          places++;
          continue;
        }
        int length = runLength(i, j);
        if (length >= SHORTEST) {
          places++;
          if (found == runs.length) {
            runs = Arrays.copyOf(runs, 2 * found);
          }
          runs[found++] = (long) -length << 32 | (long) i << 16 | j;
        }
      }
    }
    runs = Arrays.copyOf(runs, found);
    LongArrays.quickSort(runs);
    return runs;
  }

  /** Places the runs, each without the words that belong to a longer one. */
  private void place(long[] runs) {
    for (long run : runs) {
      int length = (int) -(run >> 32);
      int i = (int) (run >>> 16) & 0xFFFF;
      int j = (int) run & 0xFFFF;
      int from = 0;
      while (from < length) {
        while (from < length && isTaken(i + from, j + from)) {
          from++;
        }
        int to = from;
        while (to < length && !isTaken(i + to, j + to)) {
          to++;
        }
        if (to - from >= SHORTEST) {
          add(i + from, j + from, to - from);
        }
        from = to;
      }
    }
  }

  private void add(int i, int j, int length) {
    if (count == lengths.length) {
      startA = Arrays.copyOf(startA, 2 * count);
      startB = Arrays.copyOf(startB, 2 * count);
      lengths = Arrays.copyOf(lengths, 2 * count);
    }
    startA[count] = i;
    startB[count] = j;
    lengths[count] = length;
    inA.set(i, i + length);
    inB.set(j, j + length);
    count++;
  }

  private boolean isTaken(int i, int j) {
    return inA.get(i) || inB.get(j);
  }

  private int runLength(int i, int j) {
    int length = 0;
    while (i + length < a.length && j + length < b.length && same(i + length, j + length)) {
      length++;
    }
    return length;
  }

  private boolean same(int i, int j) {
    return Word.hash(a[i]) == Word.hash(b[j]);
  }

  private static int slot(int[] words, int at, int size) {
    int h = 0;
    for (int k = 0; k < SHORTEST; k++) {
      h = (h + Word.hash(words[at + k])) * 0x9E3779B1;
    }
    return (h ^ h >>> 15) & (size - 1);
  }
}
