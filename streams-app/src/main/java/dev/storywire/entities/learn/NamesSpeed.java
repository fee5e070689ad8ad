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
 * Measures the taggers of several languages side by side. All tag articles of 600 words in turn, so
 * that they share the processor's caches and whatever else the machine does.
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
   * @param texts texts by language, of 600 words together or more. Of each language, as many are
   *     used as of the one with the fewest
   * @param nanoTime clock, such as the processor time of the thread
   */
  public static Map<String, Double> measure(
      Map<String, List<String>> texts, LongSupplier nanoTime) {
    Map<String, List<TokenizedText>> articles = new TreeMap<>();
    texts.forEach((language, list) -> articles.put(language, articles(language, list)));
    int fewest = articles.values().stream().mapToInt(List::size).min().orElse(0);
    Map<String, long[]> nanos = new TreeMap<>();
    Map<String, NameTagger> taggers = new TreeMap<>();
    for (String language : articles.keySet()) {
      nanos.put(language, new long[ROUNDS]);
      taggers.put(language, NameTagger.load(language));
    }
    for (int round = -WARM_UP; round < ROUNDS; round++) {
      for (int a = 0; a < fewest; a++) {
        for (Map.Entry<String, NameTagger> tagger : taggers.entrySet()) {
          TokenizedText article = articles.get(tagger.getKey()).get(a);
          long start = nanoTime.getAsLong();
          tagger.getValue().tag(article);
          if (round >= 0) {
            nanos.get(tagger.getKey())[round] += nanoTime.getAsLong() - start;
          }
        }
      }
    }
    Map<String, Double> speeds = new TreeMap<>();
    nanos.forEach(
        (language, rounds) -> {
          List<TokenizedText> read = articles.get(language).subList(0, fewest);
          long words = read.stream().mapToLong(NamesEvaluation::words).sum();
          speeds.put(language, words / (double) ARTICLE_WORDS / (median(rounds) / 1e9));
        });
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
}
