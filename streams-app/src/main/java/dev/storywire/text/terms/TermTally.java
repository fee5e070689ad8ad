package dev.storywire.text.terms;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;
import it.unimi.dsi.fastutil.ints.IntArrayList;
import it.unimi.dsi.fastutil.ints.IntArrays;

/** Counts of each term in each field. Terms are numbered in the order in which they first occur. */
final class TermTally {
  static final int HEADLINE = 0;
  static final int LEDE = 1;
  static final int BODY = 2;
  private static final int FIELDS = 3;

  private final Int2IntOpenHashMap numbers = new Int2IntOpenHashMap();
  private final IntArrayList terms = new IntArrayList();
  private final IntArrayList counts = new IntArrayList();

  TermTally() {
    numbers.defaultReturnValue(-1);
  }

  /** Counts a term. Returns true if it is new. */
  boolean add(int term, int field) {
    int known = numbers.putIfAbsent(term, terms.size());
    int number = known < 0 ? terms.size() : known;
    if (known < 0) {
      terms.add(term);
      for (int i = 0; i < FIELDS; i++) {
        counts.add(0); // unlike size(int), it grows by a share of what is there
      }
    }
    int at = FIELDS * number + field;
    counts.set(at, counts.getInt(at) + 1);
    return known < 0;
  }

  /**
   * Returns the numbers of the terms with the highest weight: first those in the headline, then the
   * most frequent, then the earliest.
   */
  int[] heaviest(int most) {
    int[] order = new int[terms.size()];
    for (int i = 0; i < order.length; i++) {
      order[i] = i;
    }
    IntArrays.stableSort(order, (a, b) -> Integer.compare(weight(b), weight(a)));
    return IntArrays.trim(order, Math.min(most, order.length));
  }

  int[] hashes(int[] chosen) {
    int[] hashes = new int[chosen.length];
    for (int i = 0; i < hashes.length; i++) {
      hashes[i] = terms.getInt(chosen[i]);
    }
    return hashes;
  }

  byte[] counts(int[] chosen) {
    byte[] packed = new byte[chosen.length];
    for (int i = 0; i < packed.length; i++) {
      packed[i] =
          FieldCounts.pack(
              count(chosen[i], HEADLINE), count(chosen[i], LEDE), count(chosen[i], BODY));
    }
    return packed;
  }

  private int weight(int number) {
    return 100 * count(number, HEADLINE) + 2 * count(number, LEDE) + count(number, BODY);
  }

  private int count(int number, int field) {
    return counts.getInt(FIELDS * number + field);
  }
}
