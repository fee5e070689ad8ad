package dev.storywire.benchmarks;

import dev.storywire.text.clean.CleanArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Generates articles of random words, which depend only on their numbers. One in ten is made from a
 * template.
 */
final class GeneratedArticles {
  private static final int VOCABULARY = 20_000;
  private static final int SENTENCE = 20;
  private static final int FORMS = 50;
  private static final int FORM_EVERY = 10;

  private final int words;

  GeneratedArticles(int words) {
    this.words = words;
  }

  CleanArticle article(int number) {
    boolean form = number % FORM_EVERY == 0;
    var text = new SplittableRandom(form ? number / FORM_EVERY % FORMS : FORMS + number);
    var blanks = new SplittableRandom(number);
    List<String> paragraphs = new ArrayList<>();
    for (int written = 0; written < words; written += SENTENCE) {
      var sentence = new StringBuilder();
      for (int i = 0; i < SENTENCE; i++) {
        // common words are common: the square of a uniform number leans to the small ones
        double rank = text.nextDouble();
        sentence.append("w").append((int) (rank * rank * VOCABULARY)).append(' ');
      }
      paragraphs.add(sentence.append(form ? blanks.nextInt(1000) : 0).append('.').toString());
    }
    return CleanArticle.of("Headline of article " + number, paragraphs);
  }

  /** Numbers below a bound that go with an article, the small ones more often. */
  List<Integer> drawn(int number, int count, int bound) {
    var random = new SplittableRandom(number);
    return IntStream.range(0, count)
        .mapToObj(i -> random.nextDouble())
        .map(rank -> (int) (rank * rank * bound))
        .toList();
  }

  /** Returns the first half of an article under another headline. */
  CleanArticle trimmed(int number) {
    CleanArticle full = article(number);
    return CleanArticle.of(
        "Another headline", full.paragraphs().subList(0, full.paragraphs().size() / 2));
  }
}
