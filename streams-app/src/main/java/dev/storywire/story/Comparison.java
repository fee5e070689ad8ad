package dev.storywire.story;

import it.unimi.dsi.fastutil.ints.Int2IntOpenHashMap;

/** An article that is held against others: its vectors, ready for many cosines. */
final class Comparison {
  /** Kinds of term that articles are compared by: {@link #WORDS} and so on count them. */
  static final int KINDS = 3;

  static final int WORDS = 0;
  static final int PAIRS = 1;
  static final int HEADLINE = 2;

  private final Int2IntOpenHashMap words;
  private final Int2IntOpenHashMap pairs;
  private final Int2IntOpenHashMap headline;

  Comparison(ArticleVectors article) {
    words = article.words().lookup();
    pairs = article.pairs().lookup();
    headline = article.headline().lookup();
  }

  /** Cosine with another article, by kind of term. */
  double cosine(int kind, ArticleVectors other) {
    return switch (kind) {
      case WORDS -> other.words().cosine(words);
      case PAIRS -> other.pairs().cosine(pairs);
      default -> other.headline().cosine(headline);
    };
  }
}
