package dev.storywire.story.vector;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * The rarity of each term: starts from the stem table and follows the articles that the lane
 * remembers.
 */
public final class Vocabulary {
  /** Number of articles that the table counts as. */
  private static final double TABLE = 2000;

  private final StemTable table;
  private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
  private int articles;

  public Vocabulary(StemTable table) {
    this.table = table;
  }

  /** Counts the terms of an article. */
  public void add(ArticleVectors vectors) {
    count(vectors, 1);
  }

  /** Reverses {@link #add}. */
  public void remove(ArticleVectors vectors) {
    count(vectors, -1);
  }

  /** Returns the inverse document frequency in nats, at least 0. */
  public double rarity(int term) {
    double expected = TABLE * table.share(term);
    double in = counts.get(term) + expected + 0.5;
    return Math.max(0, StrictMath.log((articles + TABLE + 1) / in));
  }

  private void count(ArticleVectors vectors, int step) {
    articles += step;
    count(vectors.words(), step);
    count(vectors.pairs(), step);
    count(vectors.names(), step);
  }

  private void count(TermVector vector, int step) {
    for (int i = 0; i < vector.size(); i++) {
      if (counts.addTo(vector.term(i), step) == -step) {
        counts.remove(vector.term(i));
      }
    }
  }
}
