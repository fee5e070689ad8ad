package dev.storywire.entities.learn;

import dev.storywire.entities.tagger.Tags;
import java.util.Arrays;

/**
 * Computes the marginal probabilities of tags and pairs of tags in one run of a linear-chain
 * conditional random field, by the forward-backward algorithm with scaling at each token. The tag
 * before and after a run is O.
 */
final class Marginals {
  private static final int COUNT = Tags.COUNT;

  private float[] emissions = new float[64 * COUNT];
  private float[] forward = new float[64 * COUNT];
  private float[] backward = new float[64 * COUNT];
  private final float[] factors = new float[COUNT * COUNT];
  private final float[] pairs = new float[COUNT * COUNT];
  private int length;

  /**
   * Allocates space for a run. Its scores must then be written to {@link #scores()}, row by row.
   */
  void begin(int length) {
    this.length = length;
    if (emissions.length < length * COUNT) {
      emissions = new float[length * COUNT];
      forward = new float[length * COUNT];
      backward = new float[length * COUNT];
    }
    Arrays.fill(emissions, 0, length * COUNT, 0);
  }

  float[] scores() {
    return emissions;
  }

  void compute(float[] transitions) {
    for (int i = 0; i < factors.length; i++) {
      factors[i] = (float) Math.exp(transitions[i]);
    }
    for (int t = 0; t < length; t++) {
      exponentiate(t * COUNT);
    }
    for (int t = 0; t < length; t++) {
      for (int tag = 0; tag < COUNT; tag++) {
        forward[t * COUNT + tag] = emissions[t * COUNT + tag] * into(t, tag);
      }
      normalise(forward, t * COUNT);
    }
    for (int t = length - 1; t >= 0; t--) {
      for (int tag = 0; tag < COUNT; tag++) {
        backward[t * COUNT + tag] = outOf(t, tag);
      }
      normalise(backward, t * COUNT);
    }
  }

  private void exponentiate(int at) {
    float max = Float.NEGATIVE_INFINITY;
    for (int i = at; i < at + COUNT; i++) {
      max = Math.max(max, emissions[i]);
    }
    for (int i = at; i < at + COUNT; i++) {
      emissions[i] = (float) Math.exp(emissions[i] - max);
    }
  }

  private float into(int t, int tag) {
    if (t == 0) {
      return factors[Tags.OUTSIDE * COUNT + tag];
    }
    float sum = 0;
    for (int previous = 0; previous < COUNT; previous++) {
      sum += forward[(t - 1) * COUNT + previous] * factors[previous * COUNT + tag];
    }
    return sum;
  }

  private float outOf(int t, int tag) {
    if (t == length - 1) {
      return factors[tag * COUNT + Tags.OUTSIDE];
    }
    float sum = 0;
    for (int next = 0; next < COUNT; next++) {
      int at = (t + 1) * COUNT + next;
      sum += factors[tag * COUNT + next] * emissions[at] * backward[at];
    }
    return sum;
  }

  private static void normalise(float[] values, int at) {
    float sum = 0;
    for (int i = at; i < at + COUNT; i++) {
      sum += values[i];
    }
    for (int i = at; i < at + COUNT; i++) {
      values[i] /= sum;
    }
  }

  /** Writes the probability of each tag at token t to an array. */
  void tags(int t, float[] into) {
    for (int tag = 0; tag < COUNT; tag++) {
      into[tag] = forward[t * COUNT + tag] * backward[t * COUNT + tag];
    }
    normalise(into, 0);
  }

  /**
   * Adds the expected number of each pair of tags in the run, including its borders, times a
   * factor.
   */
  void addPairs(float[] sums, float times) {
    for (int t = 0; t <= length; t++) {
      float total = 0;
      for (int i = 0; i < pairs.length; i++) {
        pairs[i] = pair(t, i / COUNT, i % COUNT);
        total += pairs[i];
      }
      for (int i = 0; i < pairs.length; i++) {
        sums[i] += times * pairs[i] / total;
      }
    }
  }

  private float pair(int t, int previous, int tag) {
    if ((t == 0 && previous != Tags.OUTSIDE) || (t == length && tag != Tags.OUTSIDE)) {
      return 0;
    }
    float before = t == 0 ? 1 : forward[(t - 1) * COUNT + previous];
    float after = t == length ? 1 : emissions[t * COUNT + tag] * backward[t * COUNT + tag];
    return before * factors[previous * COUNT + tag] * after;
  }
}
