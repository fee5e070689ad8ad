package dev.storywire.story.distill;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Fits word embeddings to headlines by stochastic gradient ascent: raises the cosine between the
 * sum of a headline's words, each weighted by its rarity, and the headline's target. Each step also
 * pulls the words that it changes towards the embeddings they began with.
 */
final class EmbeddingFit {
  private static final int EPOCHS = 6;
  private static final double RATE = 0.1;
  private static final double PULL = 0.002;

  /** The rarity whose words move at the full rate. */
  private static final double RARE = 5;

  private static final int MIN_WORDS = 3;

  /** One of this many headlines is left out of the fit. */
  private static final int HELD_OUT = 8;

  private static final int SEED = 3;

  /** The share of components that are not cut when they are quantized. */
  private static final double KEPT = 0.9999;

  private record Headline(int[] words, double[] target) {}

  private final double[][] words;
  private final double[][] begun;
  private final double[] rarities;
  private final List<Headline> fitted = new ArrayList<>();
  private final List<Headline> heldOut = new ArrayList<>();

  /**
   * Starts from embeddings.
   *
   * @param words embedding by word; changed by {@link #run}
   * @param rarities by word
   */
  EmbeddingFit(double[][] words, double[] rarities) {
    this.words = words;
    this.begun = Arrays.stream(words).map(double[]::clone).toArray(double[][]::new);
    this.rarities = rarities;
  }

  /** Adds a headline with its words and its target. One of few words is ignored. */
  void add(int[] known, double[] target) {
    if (known.length >= MIN_WORDS) {
      boolean isHeldOut = (fitted.size() + heldOut.size()) % HELD_OUT == 0;
      (isHeldOut ? heldOut : fitted).add(new Headline(known, target));
    }
  }

  /** Fits the embeddings. */
  void run() {
    Random random = new Random(SEED);
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      Collections.shuffle(fitted, random);
      double rate = RATE * (EPOCHS - epoch) / EPOCHS;
      fitted.forEach(headline -> step(headline, rate));
    }
  }

  /** Returns the mean cosine of the headlines left out with their targets. */
  double heldOut() {
    return heldOut.stream()
        .mapToDouble(
            headline -> {
              double[] sum = sum(headline.words);
              return PrincipalComponents.dot(sum, headline.target)
                  / (length(sum) * length(headline.target));
            })
        .average()
        .orElse(0);
  }

  private void step(Headline headline, double rate) {
    double[] sum = sum(headline.words);
    double length = length(sum);
    double target = length(headline.target);
    double cosine = PrincipalComponents.dot(sum, headline.target) / (length * target);
    for (int word : headline.words) {
      double weight = rarities[word] / RARE;
      for (int d = 0; d < sum.length; d++) {
        double gradient = headline.target[d] / target - cosine * sum[d] / length;
        double away = words[word][d] - begun[word][d];
        words[word][d] += rate * (weight * gradient - PULL * away);
      }
    }
  }

  private double[] sum(int[] known) {
    double[] sum = new double[words[0].length];
    for (int word : known) {
      for (int d = 0; d < sum.length; d++) {
        sum[d] += rarities[word] * words[word][d];
      }
    }
    return sum;
  }

  private static double length(double[] vector) {
    return Math.sqrt(PrincipalComponents.dot(vector, vector)) + 1e-9;
  }

  /** Returns the embeddings as whole numbers of -127 to 127. */
  byte[][] quantized() {
    double[] sizes = Arrays.stream(words).flatMapToDouble(Arrays::stream).map(Math::abs).toArray();
    Arrays.sort(sizes);
    double unit = 127 / sizes[(int) (sizes.length * KEPT)];
    byte[][] bytes = new byte[words.length][words[0].length];
    for (int i = 0; i < bytes.length; i++) {
      for (int d = 0; d < bytes[i].length; d++) {
        long value = Math.round(words[i][d] * unit);
        bytes[i][d] = (byte) Math.max(-127, Math.min(127, value));
      }
    }
    return bytes;
  }
}
