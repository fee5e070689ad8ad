package dev.storywire.story.cluster;

/**
 * The articles of one word in the order of arrival, in a ring buffer. An entry has the weight of
 * the word in the article in its lowest eight bits, and above it the lowest {@link
 * ActiveArticles#POSITION_BITS} bits of the position of the article.
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

  /** Returns the newest entry of a posting that is not empty. */
  int newest() {
    return entry(0);
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
   * Adds to the overlaps of the newest active articles, and lists those that had none before.
   *
   * @param weight the weight of the word in the article that is compared
   * @param most number of articles
   * @param overlaps by position, in a ring as {@link ActiveArticles#overlaps}
   * @param found positions in that ring, with room for {@code most} more and one
   * @param count number of positions in {@code found}
   * @return the new number of positions
   */
  int score(int weight, int most, int[] overlaps, int[] found, int count) {
    return score(weight, size, most, overlaps, found, count);
  }

  /**
   * Adds to the overlaps of the active articles that came after a position.
   *
   * @return as {@link #score}
   */
  int scoreLater(int position, int weight, int[] overlaps, int[] found, int count) {
    int later = 0;
    // the sign of the difference is right, too, when the positions have passed the largest that
    // fits
    while (later < size && entry(later) - (position << WEIGHT_BITS) > WEIGHT) {
      later++;
    }
    return score(weight, later, later, overlaps, found, count);
  }

  private int score(int weight, int read, int most, int[] overlaps, int[] found, int count) {
    int left = most;
    int listed = count;
    for (int i = 0; i < read && left > 0; i++) {
      int entry = entry(i);
      int position = (entry >>> WEIGHT_BITS) & (overlaps.length - 1);
      int before = overlaps[position];
      if (before >= 0) {
        // written always and counted if there was no overlap: a branch would be mispredicted often
        found[listed] = position;
        listed += (before - 1) >>> 31;
        overlaps[position] = before + weight * (entry & WEIGHT);
        left--;
      }
    }
    return listed;
  }

  /** Returns an entry by its number, counted from the newest. */
  private int entry(int number) {
    return entries[first + size - 1 - number & entries.length - 1];
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
