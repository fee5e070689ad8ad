package dev.storywire.story.cluster;

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
      int at = first + i & positions.length - 1;
      int position = positions[at] & hits.length - 1;
      int before = hits[position];
      if (before >= 0) {
        // written always and counted if there were no hits: a branch would be mispredicted often
        found[listed] = position;
        listed += (before - 1) >>> 31;
        hits[position] = before + weight * (weights[at] & 0xFF);
        left--;
      }
    }
    return listed;
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
