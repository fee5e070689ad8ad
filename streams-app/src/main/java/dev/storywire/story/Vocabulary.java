package dev.storywire.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** In how many of the remembered articles each term stands: what is rare just now. */
final class Vocabulary {
  private final Int2IntOpenHashMap counts = new Int2IntOpenHashMap();
  private int articles;

  /** Counts an article's terms. */
  void add(ArticleVectors vectors) {
    count(vectors, 1);
  }

  /** Takes back what {@link #add} counted. */
  void remove(ArticleVectors vectors) {
    count(vectors, -1);
  }

  /** Inverse document frequency, in nats: about 0 for a word of every article. */
  double rarity(int term) {
    return Math.log((articles + 50.0) / (counts.get(term) + 0.5));
  }

  private void count(ArticleVectors vectors, int step) {
    articles += step;
    count(vectors.words(), step);
    count(vectors.pairs(), step);
    count(vectors.names(), step);
  }

  private void count(TermVector vector, int step) {
    for (int i = 0; i < vector.size(); i++) {
      int left = counts.addTo(vector.term(i), step) + step;
      if (left == 0) {
        counts.remove(vector.term(i));
      }
    }
  }
}
