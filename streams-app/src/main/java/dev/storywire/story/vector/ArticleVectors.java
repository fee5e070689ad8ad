package dev.storywire.story.vector;

/**
 * An article as vectors, weighted by how rare each term was when it arrived.
 *
 * @param words stems of all fields
 * @param pairs word pairs of all fields
 * @param headline stems of the headline
 * @param names names anywhere
 * @param length words in the article
 * @param embedding embedding of the words
 * @param headlineEmbedding embedding of the headline
 */
public record ArticleVectors(
    TermVector words,
    TermVector pairs,
    TermVector headline,
    TermVector names,
    int length,
    Embedding embedding,
    Embedding headlineEmbedding) {
  /** Creates the vectors of an article and derives its embeddings from them. */
  public static ArticleVectors of(
      TermVector words,
      TermVector pairs,
      TermVector headline,
      TermVector names,
      int length,
      WordEmbeddings embeddings) {
    return new ArticleVectors(
        words, pairs, headline, names, length, embeddings.embed(words), embeddings.embed(headline));
  }
}
