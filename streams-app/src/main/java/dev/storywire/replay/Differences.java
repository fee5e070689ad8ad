package dev.storywire.replay;

import java.util.List;

/**
 * How a second run told otherwise than a first one. Articles that only one of them has ever seen
 * are counted and left out of the rest: runs over different stretches of time can be compared.
 *
 * @param first how many stories the first has
 * @param second how many the second has
 * @param same how many have the same articles in both
 * @param onlyFirst articles that the second has not seen
 * @param onlySecond articles that the first has not seen
 * @param differences stories before articles, of each kind the greatest first
 */
public record Differences(
    int first, int second, int same, int onlyFirst, int onlySecond, List<Difference> differences) {
  /** Compares two runs. */
  public static Differences between(Telling first, Telling second) {
    return new TwoRuns(first, second).differences();
  }
}
