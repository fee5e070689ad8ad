package dev.storywire.entities.learn;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Counts of the names found and expected. A match requires both boundaries and the type.
 *
 * @param correct number of matches
 * @param found number of names found
 * @param expected number of true names
 */
public record Score(int correct, int found, int expected) {
  /** Returns the share of the names found that are correct; 0 if none was found. */
  @JsonProperty
  public double precision() {
    return found == 0 ? 0 : (double) correct / found;
  }

  /** Returns the share of the true names that were found; 0 if there are none. */
  @JsonProperty
  public double recall() {
    return expected == 0 ? 0 : (double) correct / expected;
  }

  /** Returns the harmonic mean of precision and recall. */
  @JsonProperty
  public double f1() {
    return found + expected == 0 ? 0 : 2.0 * correct / (found + expected);
  }

  Score plus(Score other) {
    return new Score(correct + other.correct, found + other.found, expected + other.expected);
  }
}
