package dev.storywire.replay.compare;

import java.util.List;

/**
 * The differences between the results of two runs. Articles that only one run has seen are counted
 * and otherwise ignored, so that runs over different periods can be compared.
 *
 * @param first number of stories in the first run
 * @param second number of stories in the second run
 * @param same number of stories with the same articles in both
 * @param onlyFirst number of articles that the second run has not seen
 * @param onlySecond number of articles that the first run has not seen
 * @param differences by kind, stories before articles, the largest first
 */
public record Differences(
    int first, int second, int same, int onlyFirst, int onlySecond, List<Difference> differences) {
  /** Compares two runs. */
  public static Differences between(RunResults first, RunResults second) {
    return new ResultComparison(first, second).differences();
  }
}
