package dev.storywire.story.vector;

/** Compares one article with others: holds its vectors ready for many cosines. */
public final class Comparison {
  /** Number of kinds of term: {@link #WORDS} and so on. */
  public static final int KINDS = 4;

  public static final int WORDS = 0;
  public static final int PAIRS = 1;
  public static final int HEADLINE = 2;
  public static final int NAMES = 3;

  private final TermLookup words;
  private final TermLookup pairs;
  private final TermLookup headline;
  private final TermLookup names;

  public Comparison(ArticleVectors article) {
    words = article.words().lookup();
    pairs = article.pairs().lookup();
    headline = article.headline().lookup();
    names = article.names().lookup();
  }

  /** Returns the cosine with another article for one kind of term. */
  public double cosine(int kind, ArticleVectors other) {
    return switch (kind) {
      case WORDS -> other.words().cosine(words);
      case PAIRS -> other.pairs().cosine(pairs);
      case NAMES -> other.names().cosine(names);
      default -> other.headline().cosine(headline);
    };
  }
}
