package dev.storywire.story.vector;

import java.util.Arrays;

/**
 * A sparse unit vector over hashed terms. Weights are whole numbers of 1/255, in one byte each, so
 * that a vector gives exactly the same results after it was stored and read back.
 */
public final class TermVector {
  /** The empty vector: cosine 0 with every other. */
  public static final TermVector EMPTY = new TermVector(new int[0], new byte[0]);

  private static final int UNIT = 255;

  private final int[] terms;
  private final byte[] weights;

  /** Takes ownership of the arrays; terms are distinct, highest weight first. */
  public TermVector(int[] terms, byte[] weights) {
    this.terms = terms;
    this.weights = weights;
  }

  /**
   * Returns the terms of highest weight as a unit vector, without those whose weight rounds to 0.
   */
  public static TermVector of(int[] terms, double[] weights, int most) {
    double[] heaviest = weights.clone();
    Arrays.sort(heaviest);
    int kept = Math.min(most, terms.length);
    double squares = 0;
    for (int i = 0; i < kept; i++) {
      double weight = heaviest[heaviest.length - 1 - i];
      squares += weight * weight;
    }
    if (squares == 0) {
      return EMPTY;
    }
    double unit = UNIT / Math.sqrt(squares);
    long[] packed = new long[terms.length];
    for (int i = 0; i < terms.length; i++) {
      long weight = Math.min(UNIT, Math.round(weights[i] * unit));
      packed[i] = (UNIT - weight) << 32 | (terms[i] & 0xFFFFFFFFL);
    }
    Arrays.sort(packed);
    while (kept > 0 && UNIT - (packed[kept - 1] >>> 32) < 1) {
      kept--;
    }
    int[] keptTerms = new int[kept];
    byte[] keptWeights = new byte[kept];
    for (int i = 0; i < kept; i++) {
      keptTerms[i] = (int) packed[i];
      keptWeights[i] = (byte) (UNIT - (packed[i] >>> 32));
    }
    return new TermVector(keptTerms, keptWeights);
  }

  public int size() {
    return terms.length;
  }

  public int term(int i) {
    return terms[i];
  }

  /** Returns the weight of the i-th term, 1 to 255. */
  public int weight(int i) {
    return weights[i] & 0xFF;
  }

  /** Returns true if the vector has a term. */
  public boolean contains(int term) {
    for (int other : terms) {
      if (other == term) {
        return true;
      }
    }
    return false;
  }

  /** Returns the weights by term, for many calls of {@link #cosine}. */
  public TermLookup lookup() {
    return new TermLookup(this);
  }

  /** Returns the cosine with the vector of a lookup, 0 to about 1. */
  public double cosine(TermLookup lookup) {
    int dot = 0;
    for (int i = 0; i < terms.length; i++) {
      dot += weight(i) * lookup.weight(terms[i]);
    }
    return dot / (double) (UNIT * UNIT);
  }
}
