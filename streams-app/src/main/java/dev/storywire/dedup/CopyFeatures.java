package dev.storywire.dedup;

import java.util.List;

/**
 * The features of a {@link CopyModel}: similarities and differences of two texts. Each is a share
 * from 0 to 1 unless noted otherwise.
 *
 * @param facts share of the numbers and names outside quotations that are within common runs.
 *     Quotations are excluded since reports on one story share them too
 * @param longRuns share of the words of the shorter text that are within common runs of at least
 *     five words
 * @param headline share of the headline words that occur anywhere in the other article
 * @param replacedNumbers share of the numbers at whose position the other text has another number;
 *     grows with the time between the articles, since templates are used again and again
 * @param replacedFacts the same for numbers and names, if the first text does not contain those of
 *     the other
 */
public record CopyFeatures(
    double facts, double longRuns, double headline, double replacedNumbers, double replacedFacts) {

  /** Names of the features, in the order of {@link #values}. */
  public static final List<String> NAMES =
      List.of("facts", "longRuns", "headline", "replacedNumbers", "replacedFacts");

  public double[] values() {
    return new double[] {facts, longRuns, headline, replacedNumbers, replacedFacts};
  }
}
