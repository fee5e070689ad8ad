package dev.storywire.story.vector;

import dev.storywire.schemas.Entity;
import dev.storywire.text.terms.Stems;
import dev.storywire.text.terms.Terms;
import java.util.List;

/** Weighs the terms of an article by log frequency and rarity. */
public final class Vectorizer {
  private static final int MAX_WORDS = 64;
  private static final int MAX_PAIRS = 40;
  private static final int MAX_HEADLINE = 16;
  private static final int MAX_NAMES = 24;

  /** Weights of a word of the headline and of the lede; one of the body has weight 1. */
  private static final double HEADLINE = 3;

  private static final double LEDE = 2;

  private final Vocabulary vocabulary;
  private final WordEmbeddings embeddings;

  public Vectorizer(Vocabulary vocabulary, WordEmbeddings embeddings) {
    this.vocabulary = vocabulary;
    this.embeddings = embeddings;
  }

  public ArticleVectors vectors(ArticleView article) {
    Terms terms = article.terms();
    return ArticleVectors.of(
        words(terms),
        pairs(terms),
        headline(terms),
        names(article.names()),
        terms.length(),
        embeddings);
  }

  /** Returns the term of a name. */
  public static int term(String name) {
    return Stems.hash("name " + name);
  }

  private TermVector words(Terms terms) {
    int[] term = new int[terms.wordCount()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = terms.word(i);
      double frequency =
          HEADLINE * terms.wordInHeadline(i) + LEDE * terms.wordInLede(i) + terms.wordInBody(i);
      weight[i] = weight(term[i], frequency);
    }
    return TermVector.of(term, weight, MAX_WORDS);
  }

  private TermVector pairs(Terms terms) {
    int[] term = new int[terms.pairCount()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = terms.pair(i);
      double frequency =
          HEADLINE * terms.pairInHeadline(i) + LEDE * terms.pairInLede(i) + terms.pairInBody(i);
      weight[i] = weight(term[i], frequency);
    }
    return TermVector.of(term, weight, MAX_PAIRS);
  }

  private TermVector headline(Terms terms) {
    int[] term = new int[terms.wordCount()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = terms.word(i);
      weight[i] = terms.wordInHeadline(i) > 0 ? vocabulary.rarity(term[i]) : 0;
    }
    return TermVector.of(term, weight, MAX_HEADLINE);
  }

  private TermVector names(List<Entity> names) {
    int[] term = new int[names.size()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = term(names.get(i).id());
      weight[i] = weight(term[i], names.get(i).mentions());
    }
    return TermVector.of(term, weight, MAX_NAMES);
  }

  private double weight(int term, double frequency) {
    return vocabulary.rarity(term) * (1 + StrictMath.log(frequency));
  }
}
