package dev.storywire.story.cluster;

/**
 * The articles of one word in the order in which they came, in a ring. An entry is the position of
 * an article, of which the lowest {@link ActiveArticles#POSITION_BITS} bits are kept, and the
 * weight of the word in it, in the lowest eight bits.
 */
final class Posting {
  private static final int WEIGHT_BITS = 8;
  private static final int WEIGHT = (1 << WEIGHT_BITS) - 1;

  private int[] entries = new int[2];
  private int first;
  private int size;

  void add(int position, byte weight) {
    if (size == entries.length) {
      grow();
    }
    entries[first + size++ & entries.length - 1] = (position << WEIGHT_BITS) | (weight & WEIGHT);
  }

  /** Drops inactive articles at the old end. Returns true if nothing is left. */
  boolean dropInactive(ActiveArticles articles) {
    while (size > 0 && !articles.isActive(entries[first] >>> WEIGHT_BITS)) {
      first = first + 1 & entries.length - 1;
      size--;
    }
    return size == 0;
  }

  /**
   * Adds to the hits of the newest active articles, and lists those that had none before.
   *
   * @param weight the weight of the word in the article that is compared
   * @param most number of articles
   * @param hits by position, in a ring as {@link ActiveArticles#hits}
   * @param found positions in that ring, with room for {@code most} more and one
   * @param count number of positions in {@code found}
   * @return the new number of positions
   */
  int score(int weight, int most, int[] hits, int[] found, int count) {
    int left = most;
    int listed = count;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      int entry = entries[first + i & entries.length - 1];
      int position = (entry >>> WEIGHT_BITS) & (hits.length - 1);
      int before = hits[position];
      if (before >= 0) {
        // written always and counted if there were no hits: a branch would be mispredicted often
        found[listed] = position;
        listed += (before - 1) >>> 31;
        hits[position] = before + weight * (entry & WEIGHT);
        left--;
      }
    }
    return listed;
  }

  private void grow() {
    int[] more = new int[2 * entries.length];
    for (int i = 0; i < size; i++) {
      more[i] = entries[first + i & entries.length - 1];
    }
    entries = more;
    first = 0;
  }
}
