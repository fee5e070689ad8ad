package dev.storywire.story;

import com.dynatrace.hash4j.hashing.Hashing;
import dev.storywire.text.Terms;
import java.util.List;

/** Weighs an article's terms: the more it says them and the rarer they are, the heavier. */
final class Vectorizer {
  private static final int MAX_WORDS = 96;
  private static final int MAX_PAIRS = 64;
  private static final int MAX_NAMES = 24;
  private static final double HEADLINE = 3;
  private static final double LEDE = 2;

  private final Vocabulary vocabulary;

  Vectorizer(Vocabulary vocabulary) {
    this.vocabulary = vocabulary;
  }

  ArticleVectors vectors(ArticleView article) {
    Terms terms = article.terms();
    return new ArticleVectors(
        words(terms), pairs(terms), headline(terms), names(article.names()), terms.length());
  }

  private TermVector words(Terms terms) {
    int[] term = new int[terms.wordCount()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = terms.word(i);
      weight[i] =
          weight(term[i], terms.wordInHeadline(i), terms.wordInLede(i), terms.wordInBody(i));
    }
    return TermVector.of(term, weight, MAX_WORDS);
  }

  private TermVector pairs(Terms terms) {
    int[] term = new int[terms.pairCount()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = terms.pair(i);
      weight[i] =
          weight(term[i], terms.pairInHeadline(i), terms.pairInLede(i), terms.pairInBody(i));
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
    return TermVector.of(term, weight, MAX_NAMES);
  }

  private TermVector names(List<String> names) {
    int[] term = new int[names.size()];
    double[] weight = new double[term.length];
    for (int i = 0; i < term.length; i++) {
      term[i] = Hashing.wyhashFinal4().hashCharsToInt("name " + names.get(i));
      weight[i] = Math.max(0, vocabulary.rarity(term[i]));
    }
    return TermVector.of(term, weight, MAX_NAMES);
  }

  private double weight(int term, int headline, int lede, int body) {
    double frequency = HEADLINE * headline + LEDE * lede + body;
    return Math.max(0, vocabulary.rarity(term)) * (1 + Math.log(frequency));
  }
}
