package dev.storywire.story.vector;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/**
 * How rare each term is: begins with what is known of news in general and follows what is
 * remembered of the stream.
 */
public final class Vocabulary {
  /** How many articles of the stream weigh as much as the table. */
  private static final double TABLE = 2000;

  private final StemTable table;
  private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
  private int articles;

  public Vocabulary(StemTable table) {
    this.table = table;
  }

  /** Counts an article's terms. */
  public void add(ArticleVectors vectors) {
    count(vectors, 1);
  }

  /** Takes back what {@link #add} counted. */
  public void remove(ArticleVectors vectors) {
    count(vectors, -1);
  }

  /** Inverse document frequency in nats, at least 0. */
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
