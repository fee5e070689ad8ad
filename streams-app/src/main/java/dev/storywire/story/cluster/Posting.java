package dev.storywire.story.cluster;

import it.unimi.dsi.fastutil.ints.IntArrayList;

/** The articles of one word in the order in which they came, by position, in a ring. */
final class Posting {
  private int[] positions = new int[2];
  private byte[] weights = new byte[2];
  private int first;
  private int size;

  void add(int position, byte weight) {
    if (size == positions.length) {
      grow();
    }
    int at = first + size++ & positions.length - 1;
    positions[at] = position;
    weights[at] = weight;
  }

  /** Drops inactive articles at the old end. Returns true if nothing is left. */
  boolean dropInactive(ActiveArticles articles) {
    while (size > 0 && !articles.isActive(positions[first])) {
      first = first + 1 & positions.length - 1;
      size--;
    }
    return size == 0;
  }

  /**
   * Adds to the hits of the newest articles; those without hits before are added to a list. Returns
   * the highest hits of these articles.
   */
  int score(int weight, int most, ActiveArticles articles, IntArrayList found) {
    int left = most;
    int highest = 0;
    for (int i = size - 1; i >= 0 && left > 0; i--) {
      int at = first + i & positions.length - 1;
      int position = positions[at];
      int hits = articles.hits(position);
      if (hits >= 0) {
        if (hits == 0) {
          found.add(position);
        }
        int sum = hits + weight * (weights[at] & 0xFF);
        articles.hits(position, sum);
        highest = Math.max(highest, sum);
        left--;
      }
    }
    return highest;
  }

  private void grow() {
    int[] morePositions = new int[2 * positions.length];
    byte[] moreWeights = new byte[morePositions.length];
    for (int i = 0; i < size; i++) {
      morePositions[i] = positions[first + i & positions.length - 1];
      moreWeights[i] = weights[first + i & positions.length - 1];
    }
    positions = morePositions;
    weights = moreWeights;
    first = 0;
  }
}
