package dev.storywire.entities.learn;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * How many names were found: exact matches of both ends and type.
 *
 * @param correct names found that are true
 * @param found names found
 * @param expected true names
 */
public record Score(int correct, int found, int expected) {
  /** Correct of found; 0 where nothing was found. */
  @JsonProperty
  public double precision() {
    return found == 0 ? 0 : (double) correct / found;
  }

  /** Correct of expected; 0 where nothing was. */
  @JsonProperty
  public double recall() {
    return expected == 0 ? 0 : (double) correct / expected;
  }

  /** Harmonic mean of the two. */
  @JsonProperty
  public double f1() {
    return found + expected == 0 ? 0 : 2.0 * correct / (found + expected);
  }

  Score plus(Score other) {
    return new Score(correct + other.correct, found + other.found, expected + other.expected);
  }
}
