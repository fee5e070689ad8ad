package dev.storywire.story.cluster;

/** An article that is held against others: its vectors, ready for many cosines. */
final class Comparison {
  /** Kinds of term that articles are compared by: {@link #WORDS} and so on count them. */
  static final int KINDS = 4;

  static final int WORDS = 0;
  static final int PAIRS = 1;
  static final int HEADLINE = 2;
  static final int NAMES = 3;

  private final TermLookup words;
  private final TermLookup pairs;
  private final TermLookup headline;
  private final TermLookup names;

  Comparison(ArticleVectors article) {
    words = article.words().lookup();
    pairs = article.pairs().lookup();
    headline = article.headline().lookup();
    names = article.names().lookup();
  }

  /** Cosine with another article, by kind of term. */
  double cosine(int kind, ArticleVectors other) {
    return switch (kind) {
      case WORDS -> other.words().cosine(words);
      case PAIRS -> other.pairs().cosine(pairs);
      case NAMES -> other.names().cosine(names);
      default -> other.headline().cosine(headline);
    };
  }
}
