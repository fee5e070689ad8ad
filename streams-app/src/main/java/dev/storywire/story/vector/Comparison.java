package dev.storywire.story.vector;

/** Compares one article with many others. Keeps its vectors in a form in which cosines are fast. */
public final class Comparison {
  /** Number of kinds of vector: {@link #WORDS} and so on. */
  public static final int KINDS = 6;

  public static final int WORDS = 0;
  public static final int PAIRS = 1;
  public static final int HEADLINE = 2;
  public static final int NAMES = 3;

  /** Embedding of all words. */
  public static final int EMBEDDING = 4;

  /** Embedding of the headline. */
  public static final int HEADLINE_EMBEDDING = 5;

  private final TermLookup words;
  private final TermLookup pairs;
  private final TermLookup headline;
  private final TermLookup names;
  private final Embedding embedding;
  private final Embedding headlineEmbedding;

  public Comparison(ArticleVectors article) {
    words = article.words().lookup();
    pairs = article.pairs().lookup();
    headline = article.headline().lookup();
    names = article.names().lookup();
    embedding = article.embedding();
    headlineEmbedding = article.headlineEmbedding();
  }

  /** Returns the cosine with another article for one kind of vector. */
  public double cosine(int kind, ArticleVectors other) {
    return switch (kind) {
      case WORDS -> other.words().cosine(words);
      case PAIRS -> other.pairs().cosine(pairs);
      case NAMES -> other.names().cosine(names);
      case EMBEDDING -> other.embedding().cosine(embedding);
      case HEADLINE_EMBEDDING -> other.headlineEmbedding().cosine(headlineEmbedding);
      default -> other.headline().cosine(headline);
    };
  }
}
