package dev.storywire.dedup;

import java.util.List;

/**
 * What two texts have in common and how they differ, as a {@link CopyModel} weighs it. Each is a
 * share from 0 to 1 unless it says otherwise.
 *
 * @param facts of the numbers and names outside quotations, those in common runs: same-story texts
 *     share quotations, copies share the reporter's own words
 * @param longRuns of the shorter text's words, those in common runs of five or more
 * @param headline of the headline words, those that the other article has anywhere
 * @param replacedNumbers of the numbers, those that stand where the other text has another number
 * @param replacedFacts of the numbers and names, those that stand where the other text has one that
 *     the first nowhere has; grows with the time between, as a form is filled anew with time
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
