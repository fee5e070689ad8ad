package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.NameTagger;
import dev.storywire.text.TokenizedText;
import dev.storywire.text.Tokenizer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.LongSupplier;

/**
 * Measures the taggers of several languages side by side. They tag articles of 600 words in turn,
 * so that other load on the machine affects all of them equally.
 */
public final class NamesSpeed {
  private static final int ARTICLE_WORDS = NamesEvaluation.ARTICLE_WORDS;
  private static final int WARM_UP = 200;
  private static final int ROUNDS = 400;

  private NamesSpeed() {}

  /**
   * Returns the articles of 600 words that each language tags in a second, the median of all
   * rounds.
   *
   * @param texts texts by language, of at least 600 words together. The same number of articles is
   *     used for each language: that of the language with the fewest
   * @param nanoTime clock, such as the processor time of the thread
   */
  public static Map<String, Double> measure(
      Map<String, List<String>> texts, LongSupplier nanoTime) {
    Map<String, Runner> runners = new TreeMap<>();
    texts.forEach((language, list) -> runners.put(language, new Runner(language, list)));
    int fewest = runners.values().stream().mapToInt(Runner::articles).min().orElse(0);
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int article = 0; article < fewest; article++) {
        for (Runner runner : runners.values()) {
          long nanos = runner.tag(article, nanoTime);
          if (round >= 0) {
            runner.nanos[round] += nanos;
          }
        }
      }
    }
    Map<String, Double> speeds = new TreeMap<>();
    runners.forEach((language, runner) -> speeds.put(language, runner.speed(fewest)));
    return speeds;
  }

  private static double median(long[] values) {
    long[] sorted = values.clone();
    Arrays.sort(sorted);
    return Math.max(1, sorted[sorted.length / 2]);
  }

  /** Joins texts to articles of at least 600 words. The rest is left out. */
  private static List<TokenizedText> articles(String language, List<String> texts) {
    Tokenizer tokenizer = Tokenizer.forLanguage(language);
    List<TokenizedText> articles = new ArrayList<>();
    StringBuilder article = new StringBuilder();
    for (String text : texts) {
      article.append(text).append("\n\n");
      TokenizedText tokens = tokenizer.tokenize(article.toString());
      if (NamesEvaluation.words(tokens) >= ARTICLE_WORDS) {
        articles.add(tokens);
        article.setLength(0);
      }
    }
    return articles;
  }

  /** A tagger with its articles, and the time that it has taken in each round. */
  private static final class Runner {
    private final NameTagger tagger;
    private final List<TokenizedText> articles;
    private final long[] nanos = new long[ROUNDS];

    Runner(String language, List<String> texts) {
      this.tagger = NameTagger.load(language);
      this.articles = NamesSpeed.articles(language, texts);
    }

    int articles() {
      return articles.size();
    }

    long tag(int article, LongSupplier nanoTime) {
      long start = nanoTime.getAsLong();
      tagger.tag(articles.get(article));
      return nanoTime.getAsLong() - start;
    }

    /**
     * Returns the articles of 600 words a second, if the first {@code read} articles were tagged.
     */
    double speed(int read) {
      long words = articles.subList(0, read).stream().mapToLong(NamesEvaluation::words).sum();
      return words / (double) ARTICLE_WORDS / (median(nanos) / 1e9);
    }
  }
}
